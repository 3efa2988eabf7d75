#pragma once

#include <vector>

#include "base/length.hpp"
#include "pages/pages.hpp"

namespace triptych::typeset {

/// Turns what lies in a box of `size` by a quarter against the clock: the box is then as wide as it
/// was high, at the same upper left corner. Where pages are mirrored, what is turned comes out as
/// it was set, its lines in the direction of the book: `pages::mirror` exchanges the sides of the
/// page, which are top and foot of what is turned.
void turn(std::vector<pages::Item>& items, Size size, bool is_mirrored);

}  // namespace triptych::typeset
