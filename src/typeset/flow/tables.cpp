#include "typeset/flow/tables.hpp"

#include <algorithm>
#include <numeric>
#include <utility>

#include "doc/merged_cells.hpp"
#include "doc/written_table.hpp"
#include "typeset/flow/beside.hpp"
#include "typeset/flow/table_look.hpp"
#include "typeset/flow/table_shape.hpp"
#include "typeset/flow/turned_heads.hpp"
#include "typeset/shapes.hpp"

/// Tables: columns as wide as their content asks, cells of blocks, rows between hairlines, heads
/// repeated on every page.
namespace triptych::typeset {
namespace {

/// A table of up to this many rows stays on one page if that costs little.
constexpr std::size_t small_table = 7;
constexpr std::int32_t row_alone = 1500;
/// A first row of so many lines is enough under a head.
constexpr int enough_lines = 4;

struct TableSetting {
    const doc::Table& table;
    const TableLook& look;
    Column column;
    std::vector<Length> widths;
    Length padding;
    doc::MergedCells merged;
    Length turned_heads;  ///< zero: they are not
    Length outward;

    /// Rows are counted through head and body, as in `merged`.
    const doc::Row& row(std::size_t number) const {
        const std::size_t heads = table.head.size();
        return number < heads ? table.head[number] : table.rows[number - heads];
    }
    std::size_t rows() const { return table.head.size() + table.rows.size(); }
};

pages::ElementId cell_element(const doc::Cell& cell, bool is_head, doc::CellSpan span,
                              pages::ElementId row, Flow& flow) {
    const bool heads = is_head || cell.heads_row;
    const pages::ElementId id =
        flow.add_element(row, heads ? pages::Tag::table_header : pages::Tag::table_data);
    pages::Element& element = flow.context().structure[id];
    if (heads) element.scope = is_head ? pages::Scope::column : pages::Scope::row;
    element.column_span = static_cast<std::uint16_t>(span.columns);
    element.row_span = static_cast<std::uint16_t>(span.rows);
    return id;
}

Length width_of(const TableSetting& setting, std::size_t column, std::size_t columns) {
    const auto begin = setting.widths.begin() + static_cast<std::ptrdiff_t>(column);
    return std::accumulate(begin, begin + static_cast<std::ptrdiff_t>(columns), Length{});
}

Galley set_cell(std::size_t row, std::size_t number, Column column, const TableSetting& setting,
                Flow& flow) {
    const bool is_head = row < setting.table.head.size();
    const doc::Cell& cell = setting.row(row).cells[number];
    const doc::CellSpan span = setting.merged.span_of(row, number);
    const bool turns_heads = is_head && setting.turned_heads.units > 0;
    const bool turns = turns_heads && number > 0;
    const doc::Align align = setting.table.columns[number].align;
    Context context = flow.context().with(setting.look.medium(turns ? doc::Align::left : align));
    const Length gutter = gutter_behind(number + span.columns - 1, setting.table.columns,
                                        context.medium[style::Role::table_cell].text.size);
    const Length width = width_of(setting, number, span.columns) - setting.padding * 2 -
                         (align == doc::Align::right ? gutter : Length{});
    const HeadPlace place{column.left, width, setting.turned_heads};
    if (turns) column.left = {};
    column.measure = turns ? place.height : width;
    column.parent = cell_element(cell, is_head, span, column.parent, flow);
    column.text = is_head || cell.heads_row ? style::Role::table_head : style::Role::table_cell;
    column.list_depth = 1;  // no space around lists
    column.frame = -1;
    Galley set = set_beside(cell.body, column, context);
    if (!turns_heads) return set;
    return turns ? turned_head(set, place, align, is_mirrored(context))
                 : lowered_head(set, place.height);
}

std::vector<Galley> set_cells(std::size_t row, pages::ElementId element,
                              const TableSetting& setting, Flow& flow) {
    std::vector<Galley> cells;
    Column column = setting.column.under(element);
    column.left += setting.padding;
    const std::size_t count = std::min(setting.row(row).cells.size(), setting.widths.size());
    for (std::size_t i = 0; i < count; ++i) {
        const bool covered = setting.merged.is_covered(row, i);
        cells.push_back(covered ? Galley{} : set_cell(row, i, column, setting, flow));
        column.left += setting.widths[i];
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
    return width_of(setting, 0, setting.widths.size());
}

/// A rule under the cells of row `number` that end there.
void add_rule_below(std::size_t number, Length width, Row& row, const TableSetting& setting,
                    const Context& context) {
    Length left = setting.column.left, begin = left;
    const auto draw = [&] {
        if (left > begin)
            row.items.push_back(filled_box({begin, row.height - width}, {left - begin, width},
                                           context.medium.rule));
    };
    for (std::size_t i = 0; i < setting.widths.size(); ++i) {
        const bool goes_on =
            setting.merged.first_row_of(number + 1, i) <= number && number + 1 < setting.rows();
        if (goes_on) draw();
        left += setting.widths[i];
        if (goes_on) begin = left;
    }
    draw();
}

void add_ground(const TableSetting& setting, Row& row, const Flow& flow) {
    const auto& ground = flow.style(style::Role::table_head).box.ground;
    if (!ground) return;
    row.items.insert(row.items.begin(), filled_box({setting.column.left, {}},
                                                   {table_width(setting), row.height}, *ground));
}

/// Items as they are set again on later pages: artifacts, without links.
std::vector<pages::Item> repeatable(const std::vector<pages::Item>& from) {
    std::vector<pages::Item> items;
    for (const pages::Item& item : from) {
        if (std::holds_alternative<pages::LinkArea>(item.content)) continue;
        items.push_back(item);
        items.back().element = pages::ElementId::pagination_artifact;
    }
    return items;
}

using Head = std::shared_ptr<const std::vector<Row>>;
Head repeatable(const std::vector<Row>& head) {
    if (head.empty()) return nullptr;
    std::vector<Row> rows = head;
    for (Row& row : rows) row.items = repeatable(row.items);
    return std::make_shared<const std::vector<Row>>(std::move(rows));
}

std::vector<Row> set_head(const TableSetting& setting, pages::ElementId table, Flow& flow) {
    std::vector<Row> rows;
    for (std::size_t i = 0; i < setting.table.head.size(); ++i) {
        const pages::ElementId element = flow.add_element(table, pages::Tag::table_row);
        std::vector<Galley> cells = set_cells(i, element, setting, flow);
        Row set = join(cells, 0, most_rows(cells), setting.padding);
        add_ground(setting, set, flow);
        add_rule_below(i, Length::points(1), set, setting, flow.context());
        rows.push_back(std::move(set));
    }
    return rows;
}

/// The texts of the merged cells that rows of the body come under.
class MergedTexts {
public:
    explicit MergedTexts(const TableSetting& setting)
        : setting_(setting), texts_(setting.widths.size()) {}

    /// Keeps what `cells`, those of row `number`, say for the rows below.
    void keep(std::size_t number, const std::vector<Galley>& cells) {
        for (std::size_t i = 0; i < cells.size(); ++i)
            if (setting_.merged.span_of(number, i).rows > 1) texts_[i] = cells[i];
    }
    /// What of them is said again where `row`, a part of row `number`, comes first on a page: as
    /// many lines as it has room for.
    std::shared_ptr<const std::vector<pages::Item>> again(std::size_t number,
                                                          const Row& row) const {
        std::vector<pages::Item> items;
        for (std::size_t i = 0; i < texts_.size(); ++i)
            if (setting_.merged.first_row_of(number, i) < number)
                add_lines(texts_[i], row.height, items);
        if (items.empty()) return nullptr;
        return std::make_shared<const std::vector<pages::Item>>(repeatable(items));
    }

private:
    void add_lines(const Galley& text, Length height, std::vector<pages::Item>& items) const {
        std::size_t end = 0;
        while (end < text.rows.size() && text.height(0, end + 1) + setting_.padding <= height)
            ++end;
        place(text, 0, end, {{}, setting_.padding}, items);
    }

    const TableSetting& setting_;
    std::vector<Galley> texts_;  ///< by column
};

void add_body(const TableSetting& setting, pages::ElementId table, const Head& head, Flow& flow) {
    MergedTexts merged(setting);
    const std::size_t heads = setting.table.head.size();
    const std::size_t first = flow.size();
    std::size_t second = first;
    for (std::size_t i = heads; i < setting.rows(); ++i) {
        if (i == heads + 1) second = flow.size();
        const pages::ElementId element = flow.add_element(table, pages::Tag::table_row);
        std::vector<Galley> cells = set_cells(i, element, setting, flow);
        merged.keep(i, cells);
        std::vector<Row> rows = join_or_split(std::move(cells), setting, flow.context());
        add_rule_below(i, Length::points(0.5), rows.back(), setting, flow.context());
        for (Row& set : rows) {
            if (i > heads || &set != &rows.front()) set.repeated = head;
            set.at_page_top = merged.again(i, set);
            set.outward = setting.outward;
            flow.add(std::move(set), setting.column);
        }
    }
    Length first_row{};
    for (std::size_t i = first; i < second; ++i) first_row = first_row + flow.rows()[i].height;
    const bool is_low = first_row < flow.style(style::Role::table_cell).text.leading * enough_lines;
    if (heads > 0 && second > first && is_low) flow.raise_penalty(second, row_alone);
}

void add_rows(const TableSetting& setting, pages::ElementId element, Flow& flow) {
    std::vector<Row> head = set_head(setting, element, flow);
    const Head repeated = repeatable(head);
    for (Row& row : head) {
        row.outward = setting.outward;
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
    if (flow.context().resources.tagging.tables)
        flow.context().structure[element].source = doc::to_csv(table);
    flow.space(style.space_before);
    const std::size_t first = flow.size();
    if (!table.caption.empty()) {
        add_text(table.caption, style::Role::caption, pages::Tag::caption, column.under(element),
                 flow);
        flow.keep(2);
    }
    const TableLook look = table_look(flow.context().medium, shape.scale);
    const TableSetting setting{table,
                               look,
                               column,
                               shape.columns,
                               shape.scale.of(style.box.padding),
                               doc::MergedCells(table),
                               shape.turned_heads,
                               shape.outward};
    add_rows(setting, element, flow);
    hold_together(first, small_table, flow);
    if (flow.size() - first > 2) flow.raise_penalty(flow.size() - 1, row_alone);
    if (column.frame < 0) settle(first, style.space_after, Slack::shared, flow);
    flow.space(style.space_after);
}

}  // namespace triptych::typeset
