#pragma once

#include <cstddef>
#include <vector>

#include "deck/fit/atoms.hpp"

namespace triptych::deck {

struct PackRoom {
    Length first, others;  ///< height of the body on the first slide and on the others
    Length gap;            ///< between two atoms
};

/// A run of atoms for one slide.
struct PackPart {
    std::size_t begin = 0, end = 0;
};

/// As few parts as possible, then as even as possible. The first part is empty when the first atoms
/// fit only on a slide of their own. Atoms that keep the next stay with it as
/// long as the two of them fit on a slide.
std::vector<PackPart> pack(const std::vector<Atom>& atoms, const PackRoom& room);

}  // namespace triptych::deck
