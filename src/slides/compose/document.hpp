#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "pages/pages.hpp"
#include "slides/compose/draw_slide.hpp"
#include "slides/deck.hpp"

/// What a PDF of slides says of itself, whatever stands on its pages.
namespace triptych::slides {

pages::Information information_of(const Deck& deck, const doc::Book& book, const Options& options);

/// Where a slide stands in the document.
struct Place {
    std::uint32_t page = 0;
    Point at;
};
/// Destinations and bookmarks of the deck's slides, one place for each of them.
void add_navigation(const Deck& deck, const std::vector<Place>& places, pages::Pages& pages);

/// Hangs the slide's elements into the document; its items then refer to them there.
void adopt(DrawnSlide& slide, std::vector<pages::Page>& pages, typeset::Structure& structure);

/// All slides of the deck as they are shown, drawn side by side on all cores.
std::vector<DrawnSlide> draw_slides(const Deck& deck, const Setting& setting);

}  // namespace triptych::slides
