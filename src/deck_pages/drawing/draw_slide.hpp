#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "deck/setting/setting.hpp"
#include "pages/pages.hpp"

namespace triptych::deck_pages {

/// One slide as a page, with the tree of what it says: a section, its heading first.
struct DrawnSlide {
    pages::Page page;
    std::vector<pages::Element> elements;  ///< the section first
    Diagnostics findings;
};

/// Draws slide `number` (from 0) of the deck.
DrawnSlide draw_slide(const deck::Deck& deck, std::size_t number, const deck::Setting& setting);

}  // namespace triptych::deck_pages
