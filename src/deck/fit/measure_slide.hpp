#pragma once

#include "deck/setting/setting.hpp"

namespace triptych::deck {

/// Measures title, numeral, claim and links; the title shrinks until it takes two lines, the
/// numeral until its column holds it, a subtitle until its zone does.
void measure_frame(Slide& slide, const Setting& setting);
/// Measures the title again, after it got longer: it shrinks rather than push the body out of its
/// room.
void measure_longer_title(Slide& slide, const Setting& setting);
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
