#include "typeset/flow/tables.hpp"

#include <algorithm>
#include <array>
#include <numeric>
#include <utility>

#include "typeset/flow/beside.hpp"
#include "typeset/flow/table_shape.hpp"
#include "typeset/shapes.hpp"

/// Tables: columns as wide as their content asks, cells of blocks, rows between hairlines, heads
/// repeated on every page.
namespace triptych::typeset {
namespace {

/// A table of up to this many rows stays on one page if that costs little.
constexpr std::size_t small_table = 7;
constexpr std::int32_t last_row_alone = 800;

/// The table's styles by alignment of the cell, all in one size.
struct Look {
    std::array<style::Medium, 3> media;  ///< start, centre, end
    double scale = 1;
};

struct TableSetting {
    const doc::Table& table;
    const Look& look;
    Column column;
    std::vector<Length> widths;
    Length padding;
};

void scale_text(style::TextStyle& text, double scale) {
    text.size = Length::points(text.size.in_points() * scale);
    text.leading = Length::points(text.leading.in_points() * scale);
}

style::Medium cell_medium(const style::Medium& medium, double scale, style::TextAlign align) {
    style::Medium cells = medium;
    for (const style::Role role : {style::Role::table_head, style::Role::table_cell}) {
        style::TextStyle& text = cells.styles[index(role)].text;
        scale_text(text, scale);
        text.align = align;
    }
    scale_text(cells.styles[index(style::Role::list_marker)].text, scale);
    return cells;
}

Look look_of(const style::Medium& medium, double scale) {
    return {{cell_medium(medium, scale, style::TextAlign::start),
             cell_medium(medium, scale, style::TextAlign::centre),
             cell_medium(medium, scale, style::TextAlign::end)},
            scale};
}

const style::Medium& medium_of(const Look& look, doc::Align align) {
    if (align == doc::Align::centre) return look.media[1];
    return look.media[align == doc::Align::right ? 2 : 0];
}

Context in_medium(const Context& context, const style::Medium& medium) {
    return {.resources = context.resources,
            .book = context.book,
            .medium = medium,
            .structure = context.structure,
            .diagnostics = context.diagnostics,
            .language = context.language,
            .page_reference = context.page_reference,
            .missing_glyphs = context.missing_glyphs,
            .page_height = context.page_height,
            .note_prefix = context.note_prefix};
}

pages::ElementId cell_element(const doc::Cell& cell, bool is_head, pages::ElementId row,
                              Flow& flow) {
    const bool heads = is_head || cell.heads_row;
    const pages::ElementId element =
        flow.add_element(row, heads ? pages::Tag::table_header : pages::Tag::table_data);
    if (heads) {
        flow.context().structure[element].scope =
            is_head ? pages::Scope::column : pages::Scope::row;
    }
    return element;
}

std::vector<Galley> set_cells(const doc::Row& row, bool is_head, pages::ElementId element,
                              const TableSetting& setting, Flow& flow) {
    std::vector<Galley> cells;
    Length left = setting.column.left;
    for (std::size_t i = 0; i < row.cells.size() && i < setting.widths.size(); ++i) {
        const doc::Cell& cell = row.cells[i];
        Context context =
            in_medium(flow.context(), medium_of(setting.look, setting.table.columns[i].align));
        Column column{left + setting.padding, setting.widths[i] - setting.padding * 2,
                      cell_element(cell, is_head, element, flow)};
        column.text = is_head || cell.heads_row ? style::Role::table_head : style::Role::table_cell;
        column.list_depth = 1;  // no space around lists
        cells.push_back(set_beside(cell.body, column, context));
        flow.context().missing_glyphs = std::move(context.missing_glyphs);
        left += setting.widths[i];
    }
    return cells;
}

/// A row of the table; one that is taller than a page falls apart into its lines.
std::vector<Row> join_or_split(std::vector<Galley> cells, const TableSetting& setting,
                               const Context& context) {
    std::vector<Row> rows;
    Length height;
    for (const Galley& cell : cells) height = std::max(height, cell.height());
    const bool splits = context.page_height.units > 0 && height > context.page_height * 3 / 4;
    const std::size_t count = most_rows(cells);
    if (!splits) {
        rows.push_back(join(cells, 0, count, setting.padding));
        return rows;
    }
    for (std::size_t i = 0; i < count; ++i) rows.push_back(join(cells, i, i + 1, {}));
    rows.front().space_before = setting.padding;
    return rows;
}

Length table_width(const TableSetting& setting) {
    return std::accumulate(setting.widths.begin(), setting.widths.end(), Length{});
}

void add_rule_below(const TableSetting& setting, Length width, Row& row, const Context& context) {
    row.items.push_back(filled_box({setting.column.left, row.height - width},
                                   {table_width(setting), width}, context.medium.rule));
}

void add_ground(const TableSetting& setting, Row& row, const Flow& flow) {
    const auto& ground = flow.style(style::Role::table_head).box.ground;
    if (!ground) return;
    row.items.insert(row.items.begin(), filled_box({setting.column.left, {}},
                                                   {table_width(setting), row.height}, *ground));
}

/// The head as it is set again on later pages: an artifact, without links.
std::shared_ptr<const std::vector<Row>> repeatable(const std::vector<Row>& head) {
    std::vector<Row> rows = head;
    for (Row& row : rows) {
        std::vector<pages::Item> items;
        for (pages::Item& item : row.items) {
            if (std::holds_alternative<pages::LinkArea>(item.content)) continue;
            item.element = pages::ElementId::pagination_artifact;
            items.push_back(std::move(item));
        }
        row.items = std::move(items);
    }
    return std::make_shared<const std::vector<Row>>(std::move(rows));
}

std::vector<Row> set_head(const TableSetting& setting, pages::ElementId table, Flow& flow) {
    std::vector<Row> rows;
    for (const doc::Row& row : setting.table.head) {
        const pages::ElementId element = flow.add_element(table, pages::Tag::table_row);
        std::vector<Galley> cells = set_cells(row, true, element, setting, flow);
        const std::size_t count = most_rows(cells);
        Row set = join(cells, 0, count, setting.padding);
        add_ground(setting, set, flow);
        add_rule_below(setting, Length::points(1), set, flow.context());
        rows.push_back(std::move(set));
    }
    return rows;
}

void add_body(const TableSetting& setting, pages::ElementId table,
              const std::shared_ptr<const std::vector<Row>>& head, Flow& flow) {
    bool is_first = true;
    for (const doc::Row& row : setting.table.rows) {
        const pages::ElementId element = flow.add_element(table, pages::Tag::table_row);
        std::vector<Row> rows =
            join_or_split(set_cells(row, false, element, setting, flow), setting, flow.context());
        add_rule_below(setting, Length::points(0.5), rows.back(), flow.context());
        for (Row& set : rows) {
            if (!is_first) set.repeated = head;
            flow.add(std::move(set), setting.column);
            is_first = false;
        }
    }
}

void add_rows(const TableSetting& setting, pages::ElementId element, Flow& flow) {
    std::vector<Row> head = set_head(setting, element, flow);
    std::shared_ptr<const std::vector<Row>> repeated;
    if (!head.empty()) repeated = repeatable(head);
    for (Row& row : head) {
        flow.add(std::move(row), setting.column);
        flow.keep(1);
    }
    add_body(setting, element, repeated, flow);
}

}  // namespace

void add_upright(const doc::Table& table, const TableShape& shape, const Column& column,
                 Flow& flow) {
    const style::BlockStyle& style = flow.style(style::Role::table_cell);
    const pages::ElementId element = flow.add_element(column.parent, pages::Tag::table);
    flow.space(style.space_before);
    const std::size_t first = flow.size();
    if (!table.caption.empty()) {
        add_text(table.caption, style::Role::caption, pages::Tag::caption, column.under(element),
                 flow);
        flow.keep(2);
    }
    const Look look = look_of(flow.context().medium, shape.scale);
    const TableSetting setting{table, look, column, shape.columns,
                               Length::points(style.box.padding.in_points() * shape.scale)};
    add_rows(setting, element, flow);
    hold_together(first, small_table, flow);
    if (flow.size() - first > 2) flow.raise_penalty(flow.size() - 1, last_row_alone);
    if (column.frame < 0) settle(first, style.space_after, Slack::shared, flow);
    flow.space(style.space_after);
}

}  // namespace triptych::typeset
