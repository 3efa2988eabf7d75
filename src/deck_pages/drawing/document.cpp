#include "deck_pages/drawing/document.hpp"

#include <set>
#include <utility>

#include "base/parallel.hpp"

namespace triptych::deck_pages {
namespace {

std::string author_of(const doc::Metadata& metadata) {
    std::string names;
    for (const auto& author : metadata.authors) names += (names.empty() ? "" : ", ") + author;
    return names.empty() ? metadata.publisher : names;
}

void add_destinations(const deck::Deck& deck, const std::vector<Place>& places,
                      pages::Pages& pages) {
    std::set<std::string, std::less<>> taken;
    const auto add = [&](const std::string& name, const Place& place) {
        if (!name.empty() && taken.insert(name).second)
            pages.destinations.push_back({name, place.page, place.at});
    };
    for (std::size_t i = 0; i < deck.slides.size(); ++i) add(deck.slides[i].id, places[i]);
    for (std::size_t i = 0; i < deck.slides.size(); ++i)
        for (const auto& anchor : deck.slides[i].anchors) add(anchor, places[i]);
}

/// Covers open a level; the slides behind them lie under it.
void add_bookmarks(const deck::Deck& deck, pages::Pages& pages) {
    bool opened = false;
    for (const auto& slide : deck.slides) {
        const bool opens = deck::is_cover(slide);
        const std::uint8_t level = opens || !opened ? 1 : 2;
        opened = opened || opens;
        pages.bookmarks.push_back({deck::full_title(slide), level, slide.id, true});
    }
}

}  // namespace

pages::Information information_of(const deck::Deck& deck, const doc::Book& book,
                                  const Options& options) {
    pages::Information information;
    information.title = deck.title;
    information.author = author_of(book.metadata);
    information.subject = book.metadata.subtitle;
    information.language = deck.language;
    information.publisher = deck.publisher;
    information.rights = book.metadata.rights;
    information.date = options.date;
    return information;
}

void add_navigation(const deck::Deck& deck, const std::vector<Place>& places, pages::Pages& pages) {
    add_destinations(deck, places, pages);
    add_bookmarks(deck, pages);
}

void adopt(DrawnSlide& slide, std::vector<pages::Page>& pages, typeset::Structure& structure) {
    const std::uint32_t moved = structure.adopt(structure.root(), std::move(slide.elements));
    for (auto& page : pages)
        for (auto& item : page.items)
            if (!pages::is_artifact(item.element))
                item.element = pages::ElementId{static_cast<std::uint32_t>(item.element) + moved};
}

std::vector<DrawnSlide> draw_slides(const deck::Deck& deck, const deck::Setting& setting) {
    std::vector<DrawnSlide> drawn(deck.slides.size());
    for_each_index(drawn.size(), setting.resources.threads,
                   [&](std::size_t i) { drawn[i] = draw_slide(deck, i, setting); });
    return drawn;
}

}  // namespace triptych::deck_pages
