#include <algorithm>
#include <charconv>

#include "base/text.hpp"
#include "gitbook/convert/html_cards.hpp"
#include "gitbook/convert/html_reader.hpp"
#include "gitbook/convert/inline_elements.hpp"

namespace triptych::gitbook {
namespace {

constexpr std::size_t widest_span = 100;
constexpr std::size_t widest_table = 500;

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

std::size_t span_in(const Element& cell, std::string_view attribute) {
    std::size_t span = 1;
    const std::string_view written = cell.get(attribute);
    std::from_chars(written.data(), written.data() + written.size(), span);
    return std::clamp<std::size_t>(span, 1, widest_span);
}

/// Lays cells out in columns; what a merged cell covers stays empty.
class RowLayout {
public:
    HtmlRow next(const GumboNode& row) {
        HtmlRow cells;
        const GumboVector& children = children_of(row);
        for (unsigned i = 0; i < children.length; ++i) {
            const GumboNode& cell = child_at(children, i);
            if (!is_cell(cell)) continue;
            skip_covered(cells);
            const Element element = element_of(cell);
            const std::size_t columns = span_in(element, "colspan");
            const std::size_t rows = span_in(element, "rowspan");
            for (std::size_t column = 0; column < columns; ++column) {
                if (covered_.size() <= cells.size()) covered_.resize(cells.size() + 1);
                covered_[cells.size()] = rows - 1;
                cells.push_back(column == 0 ? &cell : nullptr);
            }
        }
        skip_covered(cells);
        return cells;
    }

private:
    void skip_covered(HtmlRow& cells) {
        while (cells.size() < covered_.size() && covered_[cells.size()] > 0) {
            --covered_[cells.size()];
            cells.push_back(nullptr);
        }
    }

    std::vector<std::size_t> covered_;  ///< rows below that a cell above still covers, by column
};

bool is_all_heads(const HtmlRow& row) {
    return !row.empty() && std::all_of(row.begin(), row.end(), [](const GumboNode* cell) {
        return cell == nullptr || cell->v.element.tag == GUMBO_TAG_TH;
    });
}

void collect_rows(HtmlTable& table, RowLayout& layout, const GumboNode& parent, bool in_head) {
    const GumboVector& children = children_of(parent);
    for (unsigned i = 0; i < children.length; ++i) {
        const GumboNode& child = child_at(children, i);
        if (!is_element(child)) continue;
        const GumboTag tag = child.v.element.tag;
        if (tag == GUMBO_TAG_THEAD || tag == GUMBO_TAG_TBODY || tag == GUMBO_TAG_TFOOT) {
            collect_rows(table, layout, child, tag == GUMBO_TAG_THEAD);
        } else if (tag == GUMBO_TAG_TR) {
            HtmlRow row = layout.next(child);
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
    RowLayout layout;
    collect_rows(table, layout, node, false);
    std::size_t columns = table.head.size();
    for (const HtmlRow& row : table.rows) columns = std::max(columns, row.size());
    table.head.resize(columns);
    if (columns <= widest_table)
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
    if (table.uses.size() > widest_table) {
        const Span span = html.span_of(node);
        html.reader().diagnostics.report(Kind::nesting_too_deep, span,
                                         "table with more than 500 columns is kept as text");
        return out.push_back(unsupported("table", inner_text(node), span));
    }
    html.set_place(HtmlReader::Place::cell);
    if (element_of(node).get("data-view") == "cards")
        append_cards(html, node, table, out);
    else
        append_table(html, node, table, out);
    html.set_place(HtmlReader::Place::page);
}

}  // namespace triptych::gitbook
