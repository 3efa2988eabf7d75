#include "gitbook/convert/tables.hpp"

#include <algorithm>

#include "base/text.hpp"
#include "gitbook/convert/cards.hpp"
#include "gitbook/convert/inline_fixups.hpp"
#include "gitbook/convert/text.hpp"

namespace triptych::gitbook {
namespace {

doc::Align align_of(const Node& cell) {
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

ColumnUse use_of(const Node& head) {
    if (head.has("data-card-target")) return ColumnUse::card_target;
    if (head.has("data-card-cover")) return ColumnUse::card_cover;
    if (head.has("data-hidden") || head.has("data-card-cover-dark")) return ColumnUse::hidden;
    return head.get("data-type") == "checkbox" ? ColumnUse::checkbox : ColumnUse::shown;
}

bool is_shown(ColumnUse use) { return use == ColumnUse::shown || use == ColumnUse::checkbox; }

doc::Cell read_cell(Converter& converter, const GridCell& place, ColumnUse use) {
    doc::Cell cell;
    cell.covered = place.covered;
    const Node* node = place.node;
    if (node == nullptr) return cell;
    cell.span = node->span;
    cell.heads_row = node->is("th");
    if (use == ColumnUse::checkbox) {
        const std::string words = inner_text(*node);
        const std::string_view state = text::trim(words);
        if (state == "true" || state == "false") {
            const std::string_view box = state == "true" ? "☑" : "☐";
            cell.body = {paragraph({text_inline(std::string(box), cell.span)}, cell.span)};
            return cell;
        }
    }
    Flow flow(converter);
    if (place.row != nullptr) add_anchor(*place.row, flow);
    add_anchor(*node, flow);
    for (const Node& child : node->children)
        // GitBook writes what may stand in a column into its head.
        if (!cell.heads_row || !child.is("select")) convert(converter, child, flow);
    cell.body = flow.take();
    return cell;
}

doc::Row read_row(Converter& converter, const std::vector<ColumnUse>& uses, const GridRow& row) {
    doc::Row cells;
    for (std::size_t column = 0; column < row.size(); ++column)
        if (is_shown(uses[column]))
            cells.cells.push_back(read_cell(converter, row[column], uses[column]));
    return cells;
}

std::vector<doc::Column> read_columns(const TableGrid& grid, const std::vector<ColumnUse>& uses) {
    std::vector<doc::Column> columns;
    double sum = 0;
    bool all = true;
    for (std::size_t i = 0; i < grid.columns; ++i) {
        if (!is_shown(uses[i])) continue;
        doc::Column column;
        if (const Node* head = grid.head[i].node) {
            column.align = align_of(*head);
            column.width = share_of_measure(head->get("width"));
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

bool hides_head(const Node& table) {
    return table.has("data-header-hidden") && table.get("data-header-hidden") != "false";
}

void add_table(Converter& converter, const Node& node, const TableGrid& grid,
               const std::vector<ColumnUse>& uses, Flow& out) {
    doc::Table table;
    table.columns = read_columns(grid, uses);
    doc::Blocks behind;
    for (const Node* caption : grid.captions) {
        Line line = line_of(converter, caption->children, caption->span);
        finish_inlines(converter, line.text);
        for (doc::Inline& part : line.text) table.caption.push_back(std::move(part));
        for (doc::Block& block : line.rest) behind.push_back(std::move(block));
    }
    if (table.columns.empty()) {
        if (!table.caption.empty()) out.add(paragraph(std::move(table.caption), node.span));
        return out.add_all(std::move(behind));
    }
    if (!hides_head(node)) {
        doc::Row head = read_row(converter, uses, grid.head);
        for (doc::Cell& cell : head.cells) cell.heads_row = false;
        if (!is_empty(head)) table.head.push_back(std::move(head));
    }
    for (const GridRow& row : grid.rows) table.rows.push_back(read_row(converter, uses, row));
    out.add(std::move(table), node.span);
    out.add_all(std::move(behind));
}

void keep_as_text(Converter& converter, const Node& node, Flow& out) {
    converter.diagnostics.report(Kind::nesting_too_deep, node.opening,
                                 say("table that is too wide or too sparse is kept as text"),
                                 say("500 columns is the most; merged cells fill a table, too"));
    out.add(unsupported("table", inner_text(node), node.span));
}

/// What stands in a table outside of its cells stands before it.
void add_strays(Converter& converter, const TableGrid& grid, Flow& out) {
    out.end_paragraph();
    for (const Node* stray : grid.strays) convert(converter, *stray, out);
    out.end_paragraph();
}

}  // namespace

void convert_table(Converter& converter, const Node& node, Flow& out) {
    add_anchor(node, out);
    const TableGrid grid = grid_of(node);
    if (grid.too_large) return keep_as_text(converter, node, out);
    std::vector<ColumnUse> uses;
    for (const GridCell& head : grid.head)
        uses.push_back(head.node == nullptr ? ColumnUse::shown : use_of(*head.node));
    add_strays(converter, grid, out);
    const bool outer = std::exchange(converter.in_cell, true);
    if (node.get("data-view") == "cards")
        add_cards(converter, node, {grid, uses}, out);
    else
        add_table(converter, node, grid, uses, out);
    converter.in_cell = outer;
}

}  // namespace triptych::gitbook
