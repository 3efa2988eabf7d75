#include <cstdint>
#include <iterator>
#include <utility>
#include <vector>

#include "base/language_tag.hpp"
#include "deck_pages/deck_pages.hpp"
#include "deck_pages/drawing/document.hpp"
#include "deck_pages/notes/pages.hpp"

namespace triptych::deck_pages {

pages::Pages compose(const deck::Deck& deck, const doc::Book& book,
                     const typeset::Resources& resources, const Options& options,
                     Diagnostics& diagnostics) {
    pages::Pages pages;
    pages.information = information_of(deck, book, options);
    pages.full_screen = true;
    typeset::Structure structure(pages::Tag::document);
    std::vector<Place> places;
    const deck::Setting setting{book, resources, deck.language};
    auto drawn = draw_slides(deck, setting);
    for (std::size_t i = 0; i < drawn.size(); ++i) {
        std::vector<pages::Page> own;
        if (options.notes == SpeakerNotes::behind_slides)
            own = notes_pages(deck, i, drawn[i], setting);
        own.insert(own.begin(), std::move(drawn[i].page));
        adopt(drawn[i], own, structure);
        places.push_back({static_cast<std::uint32_t>(pages.pages.size()), {}});
        std::move(own.begin(), own.end(), std::back_inserter(pages.pages));
        diagnostics.append(std::move(drawn[i].findings));
    }
    pages.elements = structure.take();
    add_navigation(deck, places, pages);
    if (is_right_to_left(book.metadata.language)) pages::mirror(pages);
    return pages;
}

}  // namespace triptych::deck_pages
