#include <algorithm>
#include <charconv>

#include "base/text.hpp"
#include "gitbook/html_cards.hpp"
#include "gitbook/html_reader.hpp"
#include "gitbook/inline_elements.hpp"

namespace triptych::gitbook {
namespace {

constexpr std::size_t widest_span = 100;

doc::Align align_of(const Element& cell) {
    std::string_view align = cell.get("align");
    const std::string_view style = cell.get("style");
    const std::size_t at = style.find("text-align:");
    if (align.empty() && at != std::string_view::npos)
        align = text::trim(style.substr(at + 11, style.find(';', at) - at - 11));
    return align == "center"  ? doc::Align::centre
           : align == "right" ? doc::Align::right
           : align == "left"  ? doc::Align::left
                              : doc::Align::automatic;
}

ColumnUse use_of(const Element& head) {
    if (head.has("data-card-target")) return ColumnUse::card_target;
    if (head.has("data-card-cover")) return ColumnUse::card_cover;
    if (head.has("data-hidden") || head.has("data-card-cover-dark")) return ColumnUse::hidden;
    return head.get("data-type") == "checkbox" ? ColumnUse::checkbox : ColumnUse::shown;
}

bool is_cell(const GumboNode& node) {
    return is_element(node) &&
           (node.v.element.tag == GUMBO_TAG_TD || node.v.element.tag == GUMBO_TAG_TH);
}

HtmlRow row_of(const GumboNode& row) {
    HtmlRow cells;
    const GumboVector& children = children_of(row);
    for (unsigned i = 0; i < children.length; ++i) {
        const GumboNode& cell = child_at(children, i);
        if (!is_cell(cell)) continue;
        cells.push_back(&cell);
        std::size_t span = 1;
        const Element element = element_of(cell);
        const std::string_view written = element.get("colspan");
        std::from_chars(written.data(), written.data() + written.size(), span);
        for (std::size_t more = 1; more < std::min(span, widest_span); ++more)
            cells.push_back(nullptr);
    }
    return cells;
}

bool is_all_heads(const HtmlRow& row) {
    return !row.empty() && std::all_of(row.begin(), row.end(), [](const GumboNode* cell) {
        return cell == nullptr || cell->v.element.tag == GUMBO_TAG_TH;
    });
}

void collect_rows(HtmlTable& table, const GumboNode& parent, bool in_head) {
    const GumboVector& children = children_of(parent);
    for (unsigned i = 0; i < children.length; ++i) {
        const GumboNode& child = child_at(children, i);
        if (!is_element(child)) continue;
        const GumboTag tag = child.v.element.tag;
        if (tag == GUMBO_TAG_THEAD || tag == GUMBO_TAG_TBODY || tag == GUMBO_TAG_TFOOT) {
            collect_rows(table, child, tag == GUMBO_TAG_THEAD);
        } else if (tag == GUMBO_TAG_TR) {
            HtmlRow row = row_of(child);
            const bool heads = in_head || (table.rows.empty() && is_all_heads(row));
            if (heads && table.head.empty() && table.rows.empty())
                table.head = std::move(row);
            else
                table.rows.push_back(std::move(row));
        }
    }
}

HtmlTable collect(const GumboNode& node) {
    HtmlTable table;
    collect_rows(table, node, false);
    std::size_t columns = table.head.size();
    for (const HtmlRow& row : table.rows) columns = std::max(columns, row.size());
    table.head.resize(columns);
    for (HtmlRow& row : table.rows) row.resize(columns);
    for (const GumboNode* head : table.head)
        table.uses.push_back(head == nullptr ? ColumnUse::shown : use_of(element_of(*head)));
    return table;
}

doc::Cell read_cell(HtmlReader& html, const GumboNode* node, ColumnUse use) {
    doc::Cell cell;
    if (node == nullptr) return cell;
    cell.span = html.span_of(*node);
    cell.body = html.blocks_in(*node);
    if (use != ColumnUse::checkbox) return cell;
    const std::string state(text::trim(inner_text(*node)));
    if (state == "true" || state == "false")
        cell.body = {paragraph({text_inline(state == "true" ? "☑" : "☐", cell.span)}, cell.span)};
    return cell;
}

bool is_shown(ColumnUse use) { return use == ColumnUse::shown || use == ColumnUse::checkbox; }

doc::Row read_row(HtmlReader& html, const HtmlTable& table, const HtmlRow& row) {
    doc::Row cells;
    for (std::size_t column = 0; column < row.size(); ++column) {
        if (!is_shown(table.uses[column])) continue;
        doc::Cell cell = read_cell(html, row[column], table.uses[column]);
        cell.heads_row = row[column] != nullptr && row[column]->v.element.tag == GUMBO_TAG_TH;
        cells.cells.push_back(std::move(cell));
    }
    return cells;
}

std::vector<doc::Column> read_columns(const HtmlTable& table) {
    std::vector<doc::Column> columns;
    double sum = 0;
    bool all = true;
    for (std::size_t i = 0; i < table.head.size(); ++i) {
        if (!is_shown(table.uses[i])) continue;
        doc::Column column;
        if (table.head[i] != nullptr) {
            const Element head = element_of(*table.head[i]);
            column.align = align_of(head);
            column.width = share_of_measure(head.get("width"));
        }
        all = all && column.width > 0;
        sum += column.width;
        columns.push_back(column);
    }
    const double whole = all || sum > 1 ? sum : 1;
    for (doc::Column& column : columns)
        if (column.width > 0) column.width /= whole;
    return columns;
}

bool is_empty(const doc::Row& row) {
    return std::all_of(row.cells.begin(), row.cells.end(),
                       [](const doc::Cell& cell) { return cell.body.empty(); });
}

bool hides_head(const Element& table) {
    return table.has("data-header-hidden") && table.get("data-header-hidden") != "false";
}

void append_table(HtmlReader& html, const GumboNode& node, const HtmlTable& rows,
                  doc::Blocks& out) {
    doc::Table table;
    table.columns = read_columns(rows);
    if (table.columns.empty()) return;
    if (const GumboNode* caption = child_named(node, "caption"))
        table.caption = html.inlines_in(*caption);
    if (!hides_head(element_of(node))) {
        doc::Row head = read_row(html, rows, rows.head);
        for (doc::Cell& cell : head.cells) cell.heads_row = false;
        if (!is_empty(head)) table.head.push_back(std::move(head));
    }
    for (const HtmlRow& row : rows.rows) table.rows.push_back(read_row(html, rows, row));
    out.push_back({std::move(table), html.span_of(node)});
}

}  // namespace

void append_html_table(HtmlReader& html, const GumboNode& node, doc::Blocks& out) {
    const HtmlTable table = collect(node);
    html.set_place(HtmlReader::Place::cell);
    if (element_of(node).get("data-view") == "cards")
        append_cards(html, node, table, out);
    else
        append_table(html, node, table, out);
    html.set_place(HtmlReader::Place::page);
}

}  // namespace triptych::gitbook
