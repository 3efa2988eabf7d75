#pragma once

#include <vector>

#include "booklet/side.hpp"
#include "pages/pages.hpp"

namespace triptych::booklet {

/// Adds lines to write on to the outer margin of a page of text, two of its base lines apart.
void add_note_lines(const style::PageGeometry& page, Side side, Colour colour,
                    std::vector<pages::Item>& items);

}  // namespace triptych::booklet
