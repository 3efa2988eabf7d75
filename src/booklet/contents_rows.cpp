#include "booklet/contents_rows.hpp"

#include <algorithm>
#include <utility>

#include "base/words.hpp"
#include "booklet/text_box.hpp"
#include "booklet/toc.hpp"
#include "typeset/flow/lines.hpp"

namespace triptych::booklet {
namespace {

using style::Role;

/// About three pages of the booklet: headings are listed only where all find a place on them.
constexpr std::size_t most_entries = 100;
/// With more entries, four digits are kept free for page numbers instead of three.
constexpr std::size_t entries_of_long_books = 400;
Role role_of(const Entry& entry) {
    if (entry.kind == EntryKind::part) return Role::contents_part;
    return entry.depth == 0 ? Role::contents_chapter : Role::contents_section;
}

std::string_view label_of(const Entry& entry, const Labels& labels) {
    const auto known = labels.find(entry.destination);
    return known == labels.end() ? std::string_view{} : known->second;
}

}  // namespace

Listed listed(const std::vector<Entry>& entries, int depth) {
    Listed all, pages;
    for (const Entry& entry : entries) {
        const bool is_heading = entry.kind == EntryKind::heading;
        if (depth == 1 && !is_heading && entry.depth > 0) pages.is_partial = true;
        const bool is_deep = entry.depth >= depth && (is_heading || depth == 1);
        if (is_deep && entry.kind != EntryKind::part) continue;
        all.entries.push_back(entry);
        if (!is_heading) pages.entries.push_back(entry);
    }
    all.is_partial = pages.is_partial;
    return all.entries.size() <= most_entries ? std::move(all) : std::move(pages);
}

ContentsSetter::ContentsSetter(const style::Booklet& style, const Listed& listed,
                               const Labels& labels, typeset::Context& context)
    : style_(style), listed_(listed), labels_(labels), context_(context) {
    const bool is_long = listed.entries.size() > entries_of_long_books;
    page_width_ = width_of(is_long ? "00000" : "0000", style_.medium[Role::contents_page].text);
    const style::TextStyle& text = style_.medium[Role::contents_chapter].text;
    for (const Entry& entry : listed.entries) {
        if (entry.kind == EntryKind::heading || entry.number.empty()) continue;
        number_width_ = std::max(number_width_, width_of(entry.number, text) + text.size / 2);
    }
}

typeset::Galley ContentsSetter::run(const Look& look, pages::ElementId section) {
    measure_ = measure(look);
    toc_ = context_.structure.add(section, pages::Tag::toc);
    typeset::Galley galley;
    for (std::size_t i = 0; i < listed_.entries.size(); ++i) add(i, look, galley);
    if (listed_.is_partial) add_note(section, galley);
    return galley;
}

Length ContentsSetter::width_of(const std::string& words, const style::TextStyle& style) const {
    return typeset::line_width(words, style, context_.language, context_.resources);
}

/// Parts and pages with others under them stay with what follows.
void ContentsSetter::add(std::size_t at, const Look& look, typeset::Galley& galley) {
    const Entry& entry = listed_.entries[at];
    const style::BlockStyle& style = style_.medium[role_of(entry)];
    std::vector<typeset::Row> rows = entry_rows(entry);
    Length space = style.space_before;
    if (at > 0) {
        const Entry& before = listed_.entries[at - 1];
        space = std::max(space, style_.medium[role_of(before)].space_after);
        const bool leads = before.kind == EntryKind::part || before.level < entry.level;
        if (leads && !rows.empty()) rows.front().break_penalty = typeset::Row::never;
    }
    for (std::size_t i = 0; i < rows.size(); ++i) {
        if (i == 0) rows[i].space_before = space.scaled(look.space, 100);
        if (i > 0) rows[i].break_penalty = typeset::Row::never;
        galley.rows.push_back(std::move(rows[i]));
    }
}

/// Titles begin below each other, whether or not they have numbers; what is under a chapter is
/// set in by its depth.
Length ContentsSetter::indent_of(const Entry& entry) const {
    const style::BlockStyle& style = style_.medium[role_of(entry)];
    const Length deeper = style.text.size;
    return number_width_ + style.indent_left +
           deeper * std::max(0, static_cast<int>(entry.depth) - 1);
}

/// Number, title, then leader and page on its last line.
std::vector<typeset::Row> ContentsSetter::entry_rows(const Entry& entry) {
    const style::TextStyle& style = style_.medium[role_of(entry)].text;
    const pages::ElementId link = add_toc_link(toc_, context_);
    const bool hangs = entry.kind != EntryKind::heading && !entry.number.empty();
    const Length indent = indent_of(entry);
    const doc::Inlines body = typeset::words(
        hangs || entry.number.empty() ? entry.title : entry.number + " " + entry.title);
    const Length room = measure_ - indent - page_width_ - style.size / 2;
    std::vector<typeset::Row> rows;
    Length end;
    for (typeset::Line& line : typeset::set_paragraph({body, style, room, {}, link}, context_)) {
        end = indent + line.width;
        rows.push_back(typeset::row_of(std::move(line), style, indent, context_));
    }
    if (rows.empty()) return rows;
    if (hangs) add_number(entry, link, rows.front());
    add_page(entry, link, end, rows.back());
    add_link_areas(entry.destination, entry.title, link, {}, measure_, rows);
    return rows;
}

void ContentsSetter::add_number(const Entry& entry, pages::ElementId link, typeset::Row& row) {
    style::TextStyle style = style_.medium[role_of(entry)].text;
    if (entry.kind == EntryKind::page)
        style.colour = style_.medium[Role::contents_page].text.colour;
    // The space keeps number and title apart for those who hear or copy them.
    typeset::Line line = typeset::set_line(entry.number + " ", style, link, context_);
    typeset::shift(line.items, {{}, row.baseline});
    row.items.insert(row.items.begin(), std::make_move_iterator(line.items.begin()),
                     std::make_move_iterator(line.items.end()));
}

void ContentsSetter::add_page(const Entry& entry, pages::ElementId link, Length end,
                              typeset::Row& row) {
    style::TextStyle style = style_.medium[Role::contents_page].text;
    if (entry.kind == EntryKind::part) {
        style.weight = style_.medium[Role::contents_part].text.weight;
        style.colour = style_.medium[Role::contents_part].text.colour;
    }
    typeset::Line page =
        typeset::set_line(" " + std::string(label_of(entry, labels_)), style, link, context_);
    const Length left = measure_ - page.width;
    if (entry.kind != EntryKind::part) add_leader(end + style.size, left, row);
    put_line(std::move(page), left, row);
}

/// Quiet dots that end at `right`; every row's stand below each other.
void ContentsSetter::add_leader(Length left, Length right, typeset::Row& row) {
    constexpr auto artifact = pages::ElementId::layout_artifact;
    style::TextStyle style = style_.medium[Role::contents_page].text;
    style.colour = style_.medium.rule;
    const Length step = width_of(" . ", style);
    const Length first = measure_ - page_width_;
    if (step.units <= 0 || first - left < step * 3) return;
    std::string dots;
    for (std::int64_t i = (first - left).units / step.units; i > 0; --i) dots += " . ";
    typeset::Line line = typeset::set_line(dots, style, artifact, context_);
    const Length start = std::min(first, right) - line.width;
    put_line(std::move(line), start, row);
}

void ContentsSetter::add_note(pages::ElementId section, typeset::Galley& galley) {
    const style::BlockStyle& style = style_.medium[Role::caption];
    const pages::ElementId element = context_.structure.add(section, pages::Tag::paragraph);
    typeset::tell_words(element, context_);
    const std::string words(word_in(context_.language, Word::chapters_only));
    typeset::Galley note = set_text(words, style.text, measure_, element, context_);
    if (!note.rows.empty()) note.rows.front().space_before = style_.medium[Role::body].text.leading;
    for (typeset::Row& row : note.rows) {
        row.break_penalty = typeset::Row::never;
        galley.rows.push_back(std::move(row));
    }
}

}  // namespace triptych::booklet
