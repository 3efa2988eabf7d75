#include <algorithm>
#include <utility>

#include "base/words.hpp"
#include "booklet/front.hpp"
#include "booklet/text_box.hpp"
#include "typeset/flow/lines.hpp"
#include "typeset/pages/break_pages.hpp"

namespace triptych::booklet {
namespace {

/// About three pages of the booklet.
constexpr std::size_t most_entries = 100;
/// Cost of a page break in front of a part; below zero, it is a good place.
constexpr std::int32_t before_part = -300;

struct ContentsSetting {
    const style::Booklet& style;
    pages::ElementId toc;
    Length number_width;  ///< of the widest page number
};

style::Role role_of(const Entry& entry) {
    if (entry.kind == EntryKind::part) return style::Role::contents_part;
    return entry.depth == 0 ? style::Role::contents_chapter : style::Role::contents_section;
}

bool is_listed(const Entry& entry, int depth) {
    return entry.kind == EntryKind::part || entry.depth < depth;
}

/// The entries of the contents. Headings inside pages are left out where there are so many that
/// nobody would find anything.
std::vector<Entry> listed(const std::vector<Entry>& entries, int depth) {
    std::vector<Entry> all, pages;
    for (const Entry& entry : entries) {
        if (!is_listed(entry, depth)) continue;
        all.push_back(entry);
        if (entry.kind != EntryKind::heading) pages.push_back(entry);
    }
    return all.size() <= most_entries ? all : pages;
}

std::string_view label_of(const Entry& entry, const Labels& labels) {
    const auto known = labels.find(entry.destination);
    return known == labels.end() ? std::string_view{} : known->second;
}

std::string text_of(const Entry& entry) {
    return entry.number.empty() ? entry.title : entry.number + " " + entry.title;
}

void append(typeset::Line line, Point at, typeset::Row& row) {
    typeset::shift(line.items, at);
    std::move(line.items.begin(), line.items.end(), std::back_inserter(row.items));
}

/// Dots that end at `right`; every row's dots stand below each other.
void add_leader(Length left, Length right, const style::TextStyle& style, typeset::Row& row,
                typeset::Context& context) {
    constexpr auto artifact = pages::ElementId::layout_artifact;
    const Length step = typeset::set_line(". ", style, artifact, context).width;
    if (step.units <= 0 || right - left < step * 3) return;
    std::string dots;
    for (std::int64_t i = (right - left).units / step.units; i > 0; --i) dots += ". ";
    typeset::Line line = typeset::set_line(dots, style, artifact, context);
    const Length start = right - line.width;
    append(std::move(line), {start, row.baseline}, row);
}

void add_links(const Entry& entry, pages::ElementId element, Length measure,
               std::vector<typeset::Row>& rows) {
    pages::LinkArea area{{}, entry.destination, {}, entry.title};
    for (typeset::Row& row : rows) {
        area.size = {measure, row.height};
        row.items.push_back({{}, element, area});
    }
}

/// Width of the author's number; further lines of the title stand behind it.
Length number_width(const Entry& entry, const style::TextStyle& style, typeset::Context& context) {
    if (entry.number.empty()) return {};
    constexpr auto artifact = pages::ElementId::layout_artifact;
    return typeset::set_line(entry.number + " ", style, artifact, context).width;
}

/// Rows of an entry: the title, then leader and page number on its last line.
std::vector<typeset::Row> entry_rows(const Entry& entry, std::string_view label,
                                     const ContentsSetting& setting, typeset::Context& context) {
    const style::BlockStyle& style = setting.style.medium[role_of(entry)];
    const Length deeper = style.text.size * 3 / 2;
    const Length indent =
        style.indent_left + deeper * std::max(0, static_cast<int>(entry.depth) - 1);
    const Length measure = setting.style.page.measure();
    const Length gap = style.text.size;
    const pages::ElementId item = context.structure.add(setting.toc, pages::Tag::toc_item);
    const pages::ElementId reference = context.structure.add(item, pages::Tag::reference);
    const pages::ElementId link = context.structure.add(reference, pages::Tag::link);
    const doc::Inlines body = typeset::words(text_of(entry));
    const Length hang = number_width(entry, style.text, context);
    std::vector<typeset::Line> lines = typeset::set_paragraph(
        {body, style.text, measure - indent - hang - setting.number_width - gap * 2, -hang, link},
        context);
    std::vector<typeset::Row> rows;
    rows.reserve(lines.size());
    const Length end = lines.empty() ? Length{} : lines.back().width;
    for (typeset::Line& line : lines) {
        rows.push_back(typeset::row_of(std::move(line), style.text, indent + hang, context));
    }
    if (rows.empty()) return rows;
    const Length numbers = measure - setting.number_width;
    add_leader(indent + hang + end + gap / 2, numbers - gap / 2, style.text, rows.back(), context);
    // The space keeps title and number apart for those who hear or copy them.
    typeset::Line number = typeset::set_line(" " + std::string(label), style.text, link, context);
    const Length left = measure - number.width;
    append(std::move(number), {left, rows.back().baseline}, rows.back());
    add_links(entry, link, measure, rows);
    return rows;
}

void add_entry(const Entry& entry, std::string_view label, const ContentsSetting& setting,
               typeset::Galley& galley, typeset::Context& context) {
    const style::BlockStyle& style = setting.style.medium[role_of(entry)];
    std::vector<typeset::Row> rows = entry_rows(entry, label, setting, context);
    bool is_first = true;
    for (typeset::Row& row : rows) {
        if (is_first) row.space_before = style.space_before;
        if (!is_first) row.break_penalty = typeset::Row::never;
        galley.rows.push_back(std::move(row));
        is_first = false;
    }
}

Length widest_label(const Labels& labels, const style::Booklet& style, typeset::Context& context) {
    std::size_t digits = 1;
    for (const auto& [destination, label] : labels) digits = std::max(digits, label.size());
    return typeset::set_line(std::string(digits, '0'),
                             style.medium[style::Role::contents_chapter].text,
                             pages::ElementId::layout_artifact, context)
        .width;
}

typeset::Galley set_title(const style::Booklet& style, pages::ElementId section,
                          typeset::Context& context) {
    const style::BlockStyle& title = style.medium[style::Role::contents_title];
    const pages::ElementId element = context.structure.add(section, pages::Tag::heading1);
    const std::string text(word_in(context.language, Word::contents));
    typeset::Galley galley = set_text(text, title.text, style.page.measure(), element, context);
    galley.rows.front().anchors = {"contents"};
    return galley;
}

/// Parts and chapters stay with what follows them; space between entries collapses.
void finish(const std::vector<style::Role>& roles, const style::Medium& medium,
            typeset::Galley& galley) {
    for (std::size_t i = 1; i < galley.rows.size(); ++i) {
        typeset::Row& row = galley.rows[i];
        const bool is_entry = row.break_penalty != typeset::Row::never;
        if (!is_entry) continue;
        row.space_before = std::max(row.space_before, medium[roles[i - 1]].space_after);
        const bool leads = roles[i - 1] == style::Role::contents_title ||
                           roles[i - 1] == style::Role::contents_part;
        if (leads)
            row.break_penalty = typeset::Row::never;
        else if (roles[i] == style::Role::contents_part)
            row.break_penalty = before_part;
        else if (roles[i - 1] == style::Role::contents_chapter)
            row.break_penalty = 100;
    }
}

}  // namespace

FrontPages set_contents(const Setting& setting, const std::vector<Entry>& entries,
                        const Labels& labels, typeset::Context& context) {
    const style::Booklet& style = setting.resources.sheet.booklet;
    const pages::ElementId section =
        context.structure.add(context.structure.root(), pages::Tag::section);
    typeset::Galley galley = set_title(style, section, context);
    std::vector<style::Role> roles(galley.rows.size(), style::Role::contents_title);
    const ContentsSetting contents{style, context.structure.add(section, pages::Tag::toc),
                                   widest_label(labels, style, context)};
    for (const Entry& entry : listed(entries, style.contents_depth)) {
        add_entry(entry, label_of(entry, labels), contents, galley, context);
        roles.resize(galley.rows.size(), role_of(entry));
    }
    finish(roles, style.medium, galley);
    const Length height = text_height(style.page);
    const typeset::PageRoom room{height, height, {}, style.medium[style::Role::body].text.leading};
    FrontPages pages;
    for (const typeset::PageRange& range : typeset::break_pages(galley, room, {})) {
        const Side side = pages.size() % 2 == 0 ? Side::recto : Side::verso;
        typeset::place(galley, range.begin, range.end,
                       {text_left(style.page, side), style.page.top}, pages.emplace_back());
    }
    return pages;
}

}  // namespace triptych::booklet
