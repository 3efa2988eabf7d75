#include "booklet/body.hpp"

#include <utility>

#include <fmt/format.h>

#include "base/number_signs.hpp"
#include "base/title_text.hpp"
#include "booklet/text_box.hpp"
#include "typeset/inline/paragraph.hpp"
#include "typeset/shapes.hpp"

namespace triptych::booklet {
namespace {

/// Destinations show a little of what is above them.
constexpr Length headroom = Length::points(4);

void add_destinations(const typeset::Galley& galley, const typeset::PageRange& range, Point at,
                      std::vector<pages::Destination>& destinations) {
    typeset::Stack stack(galley, range.begin);
    for (std::size_t i = range.begin; i < range.end; ++i) {
        const Length top = stack.push();
        for (const std::string& id : galley.rows[i].anchors) {
            destinations.push_back({id, 0, {at.x, at.y + top - headroom}});
        }
    }
}

void put_galley(const typeset::Galley& galley, const typeset::PageRange& range, Point at, Side side,
                SetPage& set) {
    const bool is_left = side == Side::verso;
    typeset::place(galley, range.begin, range.end, at, set.page.items,
                   is_left ? typeset::Outward::left : typeset::Outward::right);
    for (std::size_t i = range.begin; i < range.end; ++i) {
        const typeset::Row& row = galley.rows[i];
        set.uses_margin = set.uses_margin || row.fills_page || row.outward.units > 0;
    }
    add_destinations(galley, range, at, set.destinations);
}

Length height_of(const Chapter& chapter, const typeset::NoteSlice& slice) {
    return chapter.notes[slice.note].height(slice.begin, slice.end);
}

/// The notes stand on the bottom of the text block, under a short rule.
void add_notes(const Chapter& chapter, const typeset::PageRange& range, Point corner, SetPage& set,
               const style::Booklet& style) {
    if (range.notes.empty()) return;
    Length height;
    for (const typeset::NoteSlice& slice : range.notes) height += height_of(chapter, slice);
    Point at{corner.x, corner.y + chapter.room.others - height};
    const Length rule_above = note_separation(style) / 3;
    set.page.items.push_back(typeset::filled_box({at.x, at.y - rule_above},
                                                 {style.page.measure() / 5, Length::points(0.5)},
                                                 style.medium.rule));
    for (const typeset::NoteSlice& slice : range.notes) {
        put_galley(chapter.notes[slice.note], {slice.begin, slice.end}, at, Side::recto, set);
        at.y += height_of(chapter, slice);
    }
}

/// Number in the colour of folios and title, from the outer edge.
void add_running_head(const style::Booklet& style, const Surroundings& around,
                      std::vector<pages::Item>& items, typeset::Context& context) {
    if (around.head.title.empty()) return;
    const style::TextStyle& plain = style.medium[style::Role::running_head].text;
    style::TextStyle strong = plain;
    strong.weight = style.medium[style::Role::folio].text.weight;
    strong.colour = style.medium[style::Role::folio].text.colour;
    const Length measure = style.page.measure();
    const std::string number = around.head.number.empty() ? "" : around.head.number + "\u2002";
    typeset::Line line =
        typeset::set_line(number, strong, pages::ElementId::pagination_artifact, context);
    Length width;
    std::vector<pages::Item> title =
        fit_line(around.head.title, plain, measure - line.width, context, width);
    typeset::shift(title, {line.width, {}});
    std::move(title.begin(), title.end(), std::back_inserter(line.items));
    const Length inset = around.side == Side::recto ? measure - line.width - width : Length{};
    typeset::shift(line.items, {text_left(style.page, around.side) + inset, style.page.head});
    std::move(line.items.begin(), line.items.end(), std::back_inserter(items));
}

/// At most so many characters of a title stand in a running head.
constexpr std::size_t longest_head = 45;

std::string cut(std::string title) {
    if (text::first_characters(title, longest_head).size() == title.size()) return title;
    const std::size_t end = text::first_characters(title, longest_head - 1).size();
    const std::size_t space = title.rfind(' ', end);
    title.resize(space == std::string::npos ? end : space);
    return title + "…";
}

}  // namespace

void add_folio(const style::Booklet& style, Side side, std::string_view label,
               std::vector<pages::Item>& items, typeset::Context& context) {
    const Length measure = style.page.measure();
    Length width;
    std::vector<pages::Item> line =
        fit_line(own_digits(std::string(label), context.language),
                 style.medium[style::Role::folio].text, measure, context, width);
    const Length inset = side == Side::recto ? measure - width : Length{};
    const Length y = style.page.size.height - style.page.foot;
    typeset::shift(line, {text_left(style.page, side) + inset, y});
    std::move(line.begin(), line.end(), std::back_inserter(items));
}

SetPage set_chapter_page(const Chapter& chapter, std::size_t range, const Surroundings& around,
                         typeset::Context& context) {
    const style::Booklet& style = context.resources.sheet.booklet;
    SetPage set = empty_page(style, around);
    const Point corner{text_left(style.page, around.side), style.page.top};
    add_running_head(style, around, set.page.items, context);
    put_galley(chapter.text, chapter.ranges[range], corner, around.side, set);
    set.page.source = chapter.beginnings[range].source;
    set.page.source_offset = chapter.beginnings[range].offset;
    add_notes(chapter, chapter.ranges[range], corner, set, style);
    add_folio(style, around.side, fmt::format("{}", around.number), set.page.items, context);
    return set;
}

SetPage empty_page(const style::Booklet& style, const Surroundings& around) {
    SetPage set;
    set.page.size = style.page.size;
    set.page.numbering = pages::Numbering::decimal;
    set.page.number = around.number;
    return set;
}

doc::Name running_head(const Setting& setting, const Body& body, const Leaf& leaf, Side side) {
    const Chapter& chapter = body.chapters[leaf.which];
    if (opens_chapter(setting, chapter, leaf.range)) return {};
    const doc::Name& part = setting.names.parts[chapter.part];
    doc::Name head = setting.names.pages[index(chapter_on_top(setting, chapter, leaf.range))];
    if (side == Side::verso)
        head = part.title.empty() ? doc::Name{{}, setting.book.metadata.title} : part;
    return {std::move(head.number), cut(std::move(head.title))};
}

}  // namespace triptych::booklet
