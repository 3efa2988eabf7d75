#include <cstdint>
#include <utility>
#include <vector>

#include "slides/compose/document.hpp"
#include "slides/deck.hpp"

namespace triptych::slides {

pages::Pages compose(const Deck& deck, const doc::Book& book, const typeset::Resources& resources,
                     const Options& options, Diagnostics& diagnostics) {
    pages::Pages pages;
    pages.information = information_of(deck, book, options);
    pages.full_screen = true;
    typeset::Structure structure(pages::Tag::document);
    std::vector<Place> places;
    for (auto& slide : draw_slides(deck, {book, resources, deck.language})) {
        std::vector<pages::Page> one;
        one.push_back(std::move(slide.page));
        adopt(slide, one, structure);
        places.push_back({static_cast<std::uint32_t>(pages.pages.size()), {}});
        pages.pages.push_back(std::move(one.front()));
        diagnostics.append(std::move(slide.findings));
    }
    pages.elements = structure.take();
    add_navigation(deck, places, pages);
    return pages;
}

}  // namespace triptych::slides
