#include "deck/digest/digest.hpp"

#include <algorithm>
#include <iterator>
#include <string>
#include <utility>

#include "base/words.hpp"
#include "deck/digest/page_maker.hpp"
#include "deck/digest/shown.hpp"
#include "deck/split/section.hpp"
#include "deck/split/text.hpp"
#include "doc/own_words.hpp"
#include "doc/walk.hpp"

namespace triptych::deck {
namespace {

constexpr std::size_t least_links = 3, most_links = 12;

/// Where the links of a line lead.
struct Leads {
    bool inside = false, outside = false;  ///< pages of the deck, anything else

    void look_at(const doc::Inlines& line, const std::vector<bool>& deck_pages) {
        for (const doc::Inline& each : line) {
            if (const auto* link = std::get_if<doc::Link>(&each.node)) {
                const auto* page = std::get_if<doc::PageRef>(&link->target);
                (page != nullptr && deck_pages[index(page->page)] ? inside : outside) = true;
            }
            doc::for_each_child(each,
                                [&](const doc::Inlines& inner) { look_at(inner, deck_pages); });
        }
    }
};

/// Whether it leads to pages of the deck alone, which have slides of their own.
bool stays_in_deck(const doc::Inlines& line, const std::vector<bool>& deck_pages) {
    Leads leads;
    leads.look_at(line, deck_pages);
    return leads.inside && !leads.outside;
}

}  // namespace

PageDigest digest_of(const doc::Page& page, const DigestScope& scope, PageForm form) {
    switch (form) {
        case PageForm::sections:
            return PageMaker(page, scope).make(false);
        case PageForm::cards:
            return PageMaker(page, scope).make(true);
        case PageForm::richest:
            return PageMaker(page, scope).make_overview(true);
        case PageForm::page:
        case PageForm::chapter:
        case PageForm::group:
            return PageMaker(page, scope).make_overview(false);
    }
    return {};
}

doc::Inlines claim_of_page(const doc::Page& page, const DigestScope& scope) {
    return PageMaker(page, scope).claim();
}

std::vector<Slide> see_also(const std::vector<doc::Inlines>& lines, const doc::Part& part,
                            const std::vector<bool>& deck_pages, std::string_view language) {
    std::vector<doc::Inlines> links;
    std::copy_if(lines.begin(), lines.end(), std::back_inserter(links),
                 [&](const doc::Inlines& line) { return !stays_in_deck(line, deck_pages); });
    if (links.size() < least_links) return {};
    const Span span = links.front().front().span;
    const std::string id = part.id.empty() ? "links" : part.id + "-links";
    const auto title = doc::own_words(triptych::Word::go_further, language, span);
    Slide slide = named(SlideKind::content, {id, {}, title, part.title, span});
    slide.archetype = Archetype::see_also;
    slide.brief = true;
    PointColumn column;
    for (std::size_t i = 0; i < std::min(links.size(), most_links); ++i) {
        Point point;
        point.tail = links[i];
        point.span = span;
        column.points.push_back(std::move(point));
    }
    if (links.size() > most_links) slide.more = links.size() - most_links;
    slide.body.push_back(list_of(column, GistKind::points, span));
    slide.page = part.pages.back();
    return {std::move(slide)};
}

}  // namespace triptych::deck
