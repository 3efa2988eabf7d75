#include "deck/book/joined_pages.hpp"

#include <algorithm>
#include <string>
#include <utility>

#include "base/words.hpp"
#include "deck/content.hpp"
#include "deck/digest/shown.hpp"
#include "deck/gist/lists.hpp"
#include "deck/gist/specials.hpp"
#include "deck/split/section.hpp"
#include "deck/split/text.hpp"
#include "doc/own_words.hpp"
#include "doc/walk.hpp"

namespace triptych::deck {
namespace {

constexpr std::size_t longest_tail = 12, most_words = 75, longest_card = 22;
constexpr std::size_t longest_joined_title = 60;  // bytes

const doc::Page& page_in(const doc::Book& book, PageId id) { return book.pages[index(id)]; }

doc::Inlines title_of(const doc::Page& page) {
    if (!page.slides.title.empty()) return inlines_of(page.slides.title, page.span);
    return bare_title(doc::plain_text(page.title).empty() ? inlines_of(page.short_title, page.span)
                                                          : page.title);
}

doc::Inlines linked(PageId id, doc::Inlines words, Span span) {
    return {{doc::Link{doc::PageRef{id, {}}, std::move(words)}, span}};
}

/// The page's text under its title, with its notes settled, and the places in it.
void add_notes(Slide& slide, const doc::Page& page, std::string_view language) {
    Slide alone = named(SlideKind::content, {page.id, {}, page.title, {}, page.span});
    alone.notes = page.body;
    settle_notes(alone, page, language);
    slide.notes.push_back({doc::Heading{3, 3, {}, {}, page.title}, page.span});
    if (!page.slides.notes.empty())
        slide.notes.push_back(paragraph_of(inlines_of(page.slides.notes, page.span), page.span));
    slide.anchors.push_back(page.id);
    for (auto& id : anchors_in(alone.notes)) slide.anchors.push_back(std::move(id));
    std::move(alone.notes.begin(), alone.notes.end(), std::back_inserter(slide.notes));
}

Slide slide_for(const doc::Book& book, std::span<const PageId> pages, const DigestScope& scope) {
    const doc::Page& first = page_in(book, pages.front());
    Slide slide =
        named(SlideKind::content, {first.id, {}, title_of(first), scope.part, first.span});
    slide.page = pages.front();
    slide.brief = true;
    for (const PageId id : pages) {
        add_notes(slide, page_in(book, id), book.metadata.language);
        add_further(slide, count_specials(page_in(book, id).body));
    }
    return slide;
}

/// The titles of pages in a row.
doc::Inlines row_of(const doc::Book& book, std::span<const PageId> pages) {
    doc::Inlines row;
    for (const PageId id : pages) {
        const doc::Page& page = page_in(book, id);
        if (!row.empty()) row.push_back({doc::Text{" \xC2\xB7 "}, page.span});
        for (auto& node : linked(id, title_of(page), page.span)) row.push_back(std::move(node));
    }
    return row;
}

/// Whether all points have something behind their titles, and a slide holds it.
bool have_short_tails(const std::vector<Point>& points) {
    std::size_t words = 0;
    for (const Point& point : points) {
        if (point.tail.empty() || count_words(point.tail) > longest_tail) return false;
        words += count_words(point);
    }
    return words <= most_words;
}

/// Where the chapters of a run of pages begin.
std::vector<std::size_t> chapters_in(const doc::Book& book, std::span<const PageId> pages) {
    std::uint8_t highest = 0xFF;
    for (const PageId id : pages) highest = std::min(highest, page_in(book, id).depth);
    std::vector<std::size_t> begins;
    for (std::size_t i = 0; i < pages.size(); ++i)
        if (i == 0 || page_in(book, pages[i]).depth == highest) begins.push_back(i);
    return begins;
}

}  // namespace

Slide chapter_slide(const doc::Book& book, std::span<const PageId> pages,
                    const DigestScope& scope) {
    Slide slide = slide_for(book, pages, scope);
    const auto claim = claim_of_page(page_in(book, pages.front()), scope);
    if (!is_blank(claim)) slide.claim.push_back(claim);
    PointColumn column;
    for (const PageId id : pages.subspan(1)) {
        const doc::Page& page = page_in(book, id);
        Point point;
        point.head = linked(id, title_of(page), page.span);
        point.tail = claim_of_page(page, scope);
        point.span = page.span;
        column.points.push_back(std::move(point));
    }
    if (!have_short_tails(column.points))
        for (Point& point : column.points) point.tail.clear();
    slide.body.push_back(list_of(column, GistKind::points, slide.span));
    return slide;
}

Slide group_slide(const doc::Book& book, std::span<const PageId> pages, const DigestScope& scope) {
    Slide slide = slide_for(book, pages, scope);
    const auto begins = chapters_in(book, pages);
    doc::Cards cards;
    std::size_t untold = 0;
    doc::Inlines title;
    for (std::size_t i = 0; i < begins.size(); ++i) {
        const std::size_t end = i + 1 < begins.size() ? begins[i + 1] : pages.size();
        const auto chapter = pages.subspan(begins[i], end - begins[i]);
        const doc::Page& page = page_in(book, chapter.front());
        doc::Card card;
        card.span = page.span;
        card.title = title_of(page);
        card.target = doc::PageRef{chapter.front(), {}};
        doc::Inlines words = claim_of_page(page, scope);
        if (is_blank(words) || count_words(words) > longest_card)
            words = row_of(book, chapter.subspan(1));
        if (!is_blank(words) && count_words(words) <= longest_card)
            card.body.push_back(paragraph_of(std::move(words), page.span));
        else if (!is_blank(words))
            ++untold;
        if (!title.empty()) title.push_back({doc::Text{" \xC2\xB7 "}, page.span});
        title.insert(title.end(), card.title.begin(), card.title.end());
        cards.cards.push_back(std::move(card));
    }
    if (untold < begins.size()) add_further(slide, MoreOf::explanations, untold);
    slide.body.push_back({std::move(cards), slide.span});
    slide.title = std::move(title);
    if (doc::plain_text(slide.title).size() > longest_joined_title && !is_blank(scope.part)) {
        slide.title = bare_title(scope.part);
        slide.kicker.clear();
    }
    return slide;
}

Slide plan_slide(const doc::Book& book, const std::vector<doc::Part>& parts) {
    const auto title = doc::own_words(triptych::Word::programme, book.metadata.language);
    Slide slide = named(SlideKind::content, {"plan", {}, title, {}, {}});
    slide.archetype = Archetype::chapter;
    slide.brief = true;
    PointColumn column;
    for (const doc::Part& part : parts) {
        if (is_blank(part.title)) continue;
        Point point;
        point.span = part.title.front().span;
        point.head = linked(part.pages.front(), bare_title(part.title), point.span);
        column.points.push_back(std::move(point));
    }
    slide.page = parts.front().pages.front();
    slide.body.push_back(list_of(column, GistKind::points, {}));
    return slide;
}

}  // namespace triptych::deck
