#pragma once

#include "deck/setting/setting.hpp"

namespace triptych::deck {

/// Measures title, numeral, claim and links, each at the largest of its sizes at which its zone
/// holds it.
void measure_frame(Slide& slide, const Setting& setting);
/// What a body takes of the room under the claim.
struct BodyHeight {
    Length used, room;
    bool fits() const { return used <= room; }
};
/// Measures the body at `size`.
BodyHeight measure_body(Slide& slide, Length size, const Setting& setting);

/// Height of the blocks set at `size` in the column of text, as one shape of the slide.
Length height_of(const doc::Blocks& blocks, const Slide& slide, Length size,
                 const Setting& setting);

}  // namespace triptych::deck
