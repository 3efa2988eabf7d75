#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "deck_pages/deck_pages.hpp"
#include "deck_pages/drawing/draw_slide.hpp"
#include "pages/pages.hpp"

/// What a PDF of slides says of itself, whatever stands on its pages.
namespace triptych::deck_pages {

pages::Information information_of(const deck::Deck& deck, const doc::Book& book,
                                  const Options& options);

/// Where a slide stands in the document.
struct Place {
    std::uint32_t page = 0;
    Point at;
};
/// Destinations and bookmarks of the deck's slides, one place for each of them.
void add_navigation(const deck::Deck& deck, const std::vector<Place>& places, pages::Pages& pages);

/// Hangs the slide's elements into the document; its items then refer to them there.
void adopt(DrawnSlide& slide, std::vector<pages::Page>& pages, typeset::Structure& structure);

/// All slides of the deck as they are shown, drawn side by side on all cores.
std::vector<DrawnSlide> draw_slides(const deck::Deck& deck, const deck::Setting& setting);

}  // namespace triptych::deck_pages
