#include <set>
#include <string>
#include <utility>
#include <vector>

#include "base/parallel.hpp"
#include "doc/walk.hpp"
#include "slides/compose/draw_slide.hpp"
#include "slides/deck.hpp"

namespace triptych::slides {
namespace {

std::string author_of(const doc::Metadata& metadata) {
    std::string names;
    for (const auto& author : metadata.authors) names += (names.empty() ? "" : ", ") + author;
    return names.empty() ? metadata.publisher : names;
}

pages::Information information_of(const Deck& deck, const doc::Book& book, const Options& options) {
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

void add_destinations(const Deck& deck, pages::Pages& pages) {
    std::set<std::string, std::less<>> taken;
    const auto add = [&](const std::string& name, std::uint32_t page) {
        if (!name.empty() && taken.insert(name).second)
            pages.destinations.push_back({name, page, {}});
    };
    for (std::uint32_t i = 0; i < deck.slides.size(); ++i) add(deck.slides[i].id, i);
    for (std::uint32_t i = 0; i < deck.slides.size(); ++i)
        for (const auto& anchor : deck.slides[i].anchors) add(anchor, i);
}

/// Covers open a level; the slides behind them lie under it.
void add_bookmarks(const Deck& deck, pages::Pages& pages) {
    bool opened = false;
    for (const auto& slide : deck.slides) {
        const bool opens = is_cover(slide);
        const std::uint8_t level = opens || !opened ? 1 : 2;
        opened = opened || opens;
        pages.bookmarks.push_back({full_title(slide), level, slide.id, true});
    }
}

}  // namespace

pages::Pages compose(const Deck& deck, const doc::Book& book, const typeset::Resources& resources,
                     const Options& options, Diagnostics& diagnostics) {
    const Setting setting{book, resources, deck.language};
    std::vector<DrawnSlide> drawn(deck.slides.size());
    for_each_index(drawn.size(), resources.jobs,
                   [&](std::size_t i) { drawn[i] = draw_slide(deck, i, setting); });
    pages::Pages pages;
    pages.information = information_of(deck, book, options);
    pages.full_screen = true;
    typeset::Structure structure(pages::Tag::document);
    for (auto& slide : drawn) {
        const std::uint32_t moved = structure.adopt(structure.root(), std::move(slide.elements));
        for (auto& item : slide.page.items)
            if (!pages::is_artifact(item.element))
                item.element = pages::ElementId{static_cast<std::uint32_t>(item.element) + moved};
        pages.pages.push_back(std::move(slide.page));
        diagnostics.append(std::move(slide.findings));
    }
    pages.elements = structure.take();
    add_destinations(deck, pages);
    add_bookmarks(deck, pages);
    return pages;
}

}  // namespace triptych::slides
