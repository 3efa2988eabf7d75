#include <algorithm>
#include <utility>

#include "base/words.hpp"
#include "deck/split/section.hpp"
#include "deck/split/text.hpp"
#include "doc/own_words.hpp"
#include "doc/traits.hpp"

namespace triptych::deck {
namespace {

constexpr std::size_t least_listed = 2;  // headings that are worth a list

void add_line(doc::List& list, doc::Inlines line, Span span) {
    list.items.push_back({{paragraph_of(std::move(line), span)}, {}, span});
}

using Headings = std::vector<const doc::Block*>;
const doc::Heading& heading_in(const doc::Block* block) {
    return std::get<doc::Heading>(block->node);
}

/// The headings of the highest level there is.
Headings headings_in(const doc::Blocks& blocks) {
    std::uint8_t highest = 6;
    for (const auto& block : blocks)
        if (const auto* heading = std::get_if<doc::Heading>(&block.node))
            highest = std::min(highest, heading->written_level);
    Headings found;
    for (const auto& block : blocks) {
        const auto* heading = std::get_if<doc::Heading>(&block.node);
        if (heading && heading->written_level == highest && !is_blank(heading->body))
            found.push_back(&block);
    }
    return found;
}

/// Whether the author numbered them 1., 2., 3. …
bool count_up(const Headings& headings) {
    std::size_t next = 1;
    return std::all_of(headings.begin(), headings.end(), [&](const doc::Block* block) {
        return heading_in(block).number == std::to_string(next++) + ".";
    });
}

doc::Block list_of(const Headings& headings, Span span) {
    doc::List list;
    list.tight = false;
    list.ordered = count_up(headings);
    for (const auto* block : headings) {
        doc::Inlines line = heading_in(block).body;
        const std::string& number = heading_in(block).number;
        if (!list.ordered && !number.empty())
            line.insert(line.begin(), {doc::Text{number + " "}, block->span});
        add_line(list, std::move(line), block->span);
    }
    return {std::move(list), span};
}

doc::Blocks before_first_heading(const doc::Blocks& blocks) {
    const auto heading = std::find_if(blocks.begin(), blocks.end(), [](const doc::Block& block) {
        return doc::traits_of(block).is_heading;
    });
    return {blocks.begin(), heading};
}

Slide first_slide(Section section, doc::Blocks body, std::string_view language) {
    section.body = std::move(body);
    auto slides = slides_of(section, language);
    if (!slides.empty()) return std::move(slides.front());
    return named(SlideKind::content, name_of(section));
}

}  // namespace

Slide outline_of(const doc::Part& part, const doc::Book& book) {
    Slide slide;
    slide.kind = SlideKind::content;
    slide.page = part.pages.front();
    slide.span = book.pages[index(slide.page)].span;
    slide.section = part.id.empty() ? "outline" : part.id;
    slide.title = part.title;
    if (is_blank(slide.title))
        slide.title = doc::own_words(Word::contents, book.metadata.language, slide.span);
    std::uint8_t highest = 0xFF;
    for (const PageId page : part.pages) highest = std::min(highest, book.pages[index(page)].depth);
    doc::List list;
    list.tight = false;
    for (const PageId id : part.pages) {
        const doc::Page& page = book.pages[index(id)];
        if (page.depth == highest)
            add_line(list, inlines_of(page.short_title, page.span), page.span);
    }
    slide.body.push_back({std::move(list), slide.span});
    return slide;
}

Slide brief_slide(const Section& section, std::string_view language) {
    const auto headings = headings_in(section.body);
    const bool lists = headings.size() >= least_listed;
    Slide slide =
        first_slide(section, lists ? before_first_heading(section.body) : section.body, language);
    if (lists) {
        slide.kind = SlideKind::content;
        slide.body = {list_of(headings, section.span)};
    }
    slide.section = section.id;
    slide.title = section.title;
    slide.anchors = anchors_in(section.body);
    slide.notes = section.body;
    slide.brief = true;
    return slide;
}

}  // namespace triptych::deck
