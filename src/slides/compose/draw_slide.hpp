#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "pages/pages.hpp"
#include "slides/setting.hpp"

namespace triptych::slides {

/// One slide as a page, with the tree of what it says: a section, its heading first.
struct DrawnSlide {
    pages::Page page;
    std::vector<pages::Element> elements;  ///< the section first
    Diagnostics findings;
};

/// Draws slide `number` (from 0) of the deck.
DrawnSlide draw_slide(const Deck& deck, std::size_t number, const Setting& setting);

}  // namespace triptych::slides
