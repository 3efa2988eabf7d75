#include "markup/tables.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <string>
#include <vector>

#include "base/words.hpp"
#include "base/xml.hpp"
#include "doc/merged_cells.hpp"
#include "doc/walk.hpp"
#include "markup/table_width.hpp"

namespace triptych::markup {
namespace {

/// So many columns may be too wide for slides on a telephone.
constexpr std::size_t wide_table = 5;

/// What the columns of a table are called, where its rows may stand as records, by column.
using Labels = std::vector<std::string>;

/// What scrolls must be reached with the keyboard and have a name (WCAG 2.1, 2.1.1 and 4.1.2).
void make_scrollable(pugi::xml_node box, const doc::Table& table, const Writer& writer) {
    xml::set_attribute(box, "tabindex", "0");
    xml::set_attribute(box, "role", "group");
    const auto caption = doc::plain_text(table.caption);
    xml::set_attribute(box, "aria-label",
                       caption.empty() ? word_in(writer.language, Word::table) : caption);
}

/// Shares the author gave; readers choose the widths of the other columns.
void append_widths(pugi::xml_node node, const doc::Table& table) {
    const bool given = std::any_of(table.columns.begin(), table.columns.end(),
                                   [](const doc::Column& column) { return column.width > 0; });
    if (!given) return;
    auto group = element(node, "colgroup");
    for (const auto& column : table.columns) {
        auto col = element(group, "col");
        if (column.width > 0)
            xml::set_attribute(col, "style", fmt::format("width: {:.0f}%", column.width * 100));
    }
}

std::string_view css_class(doc::Align align) {
    switch (align) {
        case doc::Align::automatic:
        case doc::Align::left:
            return {};
        case doc::Align::centre:
            return "centre";
        case doc::Align::right:
            return "right";
    }
    return {};
}

void append_cell_body(pugi::xml_node node, const doc::Blocks& body, Writer& writer) {
    if (body.size() == 1)
        if (const auto* only = std::get_if<doc::Paragraph>(&body.front().node)) {
            append_line(node, only->body, writer);
            return writer.host.written(node, {}, body.front().span);
        }
    append_blocks(node, body, writer);
}

void set_span(pugi::xml_node node, doc::CellSpan span) {
    if (span.columns > 1) xml::set_attribute(node, "colspan", std::to_string(span.columns));
    if (span.rows > 1) xml::set_attribute(node, "rowspan", std::to_string(span.rows));
}

Labels labels_of(const doc::Table& table) {
    Labels labels;
    for (const doc::Cell& cell : table.head.front().cells)
        labels.push_back(doc::plain_text(cell.body));
    return labels;
}

/// What the elements of a table are, where the style sheet shows them as something else.
void set_roles(pugi::xml_node table) {
    xml::set_attribute(table, "role", "table");
    for (auto section : table.children()) {
        const std::string_view name = section.name();
        if (name != "thead" && name != "tbody") continue;
        xml::set_attribute(section, "role", "rowgroup");
        for (auto row : section.children("tr")) {
            xml::set_attribute(row, "role", "row");
            for (auto cell : row.children("td")) xml::set_attribute(cell, "role", "cell");
            for (auto cell : row.children("th"))
                xml::set_attribute(cell, "role", name == "thead" ? "columnheader" : "rowheader");
        }
    }
}

void append_rows(pugi::xml_node section, const std::vector<doc::Row>& rows, bool heads,
                 const doc::Table& table, const Labels& labels, Writer& writer) {
    const doc::MergedCells merged(rows);
    for (std::size_t row = 0; row < rows.size(); ++row) {
        auto line = element(section, "tr");
        for (std::size_t i = 0; i < rows[row].cells.size(); ++i) {
            if (merged.is_covered(row, i)) continue;
            const auto& cell = rows[row].cells[i];
            const bool header = (heads || cell.heads_row) && !cell.body.empty();
            const auto align =
                i < table.columns.size() ? table.columns[i].align : doc::Align::automatic;
            auto node = element(line, header ? "th" : "td", css_class(align));
            if (header) xml::set_attribute(node, "scope", heads ? "col" : "row");
            set_span(node, merged.span_of(row, i));
            const bool is_labelled = !heads && !header && i > 0 && i < labels.size();
            if (is_labelled && !labels[i].empty())
                xml::set_attribute(node, "data-label", labels[i]);
            append_cell_body(node, cell.body, writer);
        }
    }
}

}  // namespace

void append_table(pugi::xml_node parent, const doc::Table& table, Writer& writer) {
    auto box = element(parent, "div", "table");
    NarrowForm form = narrow_form(table);
    const bool stacks = form == NarrowForm::stacks || form == NarrowForm::stacks_early;
    // Slides show it whole where they are to scale, so it scrolls for a telephone's sake alone.
    if (writer.host.vocabulary != Vocabulary::epub && !stacks)
        form = table.columns.size() >= wide_table ? NarrowForm::scrolls : NarrowForm::table;
    if (form == NarrowForm::scrolls) make_scrollable(box, table, writer);
    if (stacks)
        xml::set_attribute(box, "class",
                           form == NarrowForm::stacks ? "table stacks" : "table stacks-early");
    const Labels labels = stacks ? labels_of(table) : Labels();
    auto node = element(box, "table");
    if (!table.caption.empty()) append_line(element(node, "caption"), table.caption, writer);
    append_widths(node, table);
    if (!table.head.empty())
        append_rows(element(node, "thead"), table.head, true, table, labels, writer);
    if (!table.rows.empty())
        append_rows(element(node, "tbody"), table.rows, false, table, labels, writer);
    if (stacks) set_roles(node);
}

}  // namespace triptych::markup
