#include <algorithm>
#include <utility>

#include "doc/merged_cells.hpp"
#include "typeset/flow/quarter_turn.hpp"
#include "typeset/flow/table_shape.hpp"
#include "typeset/flow/tables.hpp"
#include "typeset/pages/break_pages.hpp"

/// The form of a table: upright, in smaller type if need be, with its heads turned, or reaching
/// into the margin; where it is too wide for that, one record below the other; across pages of its
/// own where it has no records, or pages of them.
namespace triptych::typeset {
namespace {

using namespace literals;

enum class Form : std::uint8_t { upright, across, records };

bool is_empty(const std::vector<doc::Row>& rows) {
    for (const doc::Row& row : rows) {
        for (const doc::Cell& cell : row.cells) {
            if (!cell.body.empty()) return false;
        }
    }
    return true;
}

/// Whether nothing stands around a table there, so that it may leave the text.
bool stands_free(const Column& column) {
    return column.frame < 0 && column.left.units == 0 && column.list_depth == 0;
}

/// No table is printed nearer to the outer edge of the page.
constexpr Length nearest_to_edge = 10_mm;

/// A form, and the shape of the table in it; that of records is each its own.
struct Setting {
    Form form{};
    TableShape shape;
};

/// Records of so many pages and more are harder to compare than a page is to turn.
constexpr std::size_t many_pages = 2;

bool has_many_records(const doc::Table& table, const Context& context) {
    const Length leading = context.medium[style::Role::table_cell].text.leading;
    const auto lines_a_page = static_cast<std::size_t>(context.page_height.units /
                                                       std::max<std::int64_t>(1, leading.units));
    return table.rows.size() * table.columns.size() > lines_a_page * many_pages;
}

Setting setting_of(const doc::Table& table, const Column& column, Flow& flow) {
    Context& context = flow.context();
    TableShape shape = shape_of_table(table, column.measure, context);
    if (context.page_height.units == 0 || shape.is_roomy) return {Form::upright, std::move(shape)};
    if (auto narrow = shape_with_turned_heads(table, column.measure, context))
        return {Form::upright, std::move(*narrow)};
    const Length margin = context.resources.sheet.booklet.page.outer - nearest_to_edge;
    if (margin.units > 0 && stands_free(column)) {
        TableShape wide = shape_of_table(table, column.measure + margin, context);
        wide.outward = margin;
        if (wide.is_roomy) return {Form::upright, std::move(wide)};
    }
    const bool has_records = table.columns.size() > 2 && !table.rows.empty();
    if (has_records && !has_many_records(table, context)) return {Form::records, std::move(shape)};
    if (stands_free(column) && context.page_height > column.measure) {
        TableShape across = shape_of_table(table, context.page_height, context);
        if (across.is_roomy) return {Form::across, std::move(across)};
    }
    return {has_records ? Form::records : Form::upright, std::move(shape)};
}

/// Rows `range` of a galley that lies across the page, as the one row that fills a page of `size`.
Row turned(const Galley& galley, const PageRange& range, Size size, bool is_mirrored) {
    Row row;
    row.height = size.height;
    place(galley, range.begin, range.end, {}, row.items);
    turn(row.items, {size.height, size.width}, is_mirrored);
    for (std::size_t i = range.begin; i < range.end; ++i) {
        const Row& from = galley.rows[i];
        if (row.source.file == FileId::none) row.source = from.source;
        row.anchors.insert(row.anchors.end(), from.anchors.begin(), from.anchors.end());
        row.notes.insert(row.notes.end(), from.notes.begin(), from.notes.end());
    }
    return row;
}

void add_across(const doc::Table& table, const TableShape& shape, const Column& column,
                Flow& flow) {
    const Length height = flow.context().page_height;
    Context context = flow.context();
    context.page_height = column.measure;
    Flow across(context, {});
    Column long_side = column;
    long_side.measure = height;
    add_upright(table, shape, long_side, across);
    const Galley galley = across.take();
    const Size page{column.measure, height};
    for (const PageRange& range : break_pages(galley, {column.measure, column.measure}, {})) {
        flow.add_full_page(turned(galley, range, page, is_mirrored(context)));
    }
}

/// A row of the table as a table of its own: what its columns are called, and what they say.
doc::Table record(const doc::Table& table, const doc::MergedCells& merged, std::size_t number) {
    doc::Table result;
    result.columns.resize(2);
    const std::size_t count = table.rows[number].cells.size();
    for (std::size_t i = 0; i < count; ++i) {
        // What a merged cell says is said of each of its rows.
        const doc::Cell& cell = table.rows[merged.first_row_of(number, i)].cells[i];
        if (cell.body.empty()) continue;
        doc::Row row;
        if (!table.head.empty() && i < table.head.front().cells.size())
            row.cells.push_back(table.head.front().cells[i]);
        else
            row.cells.emplace_back();
        row.cells.front().heads_row = true;
        row.cells.push_back(cell);
        result.rows.push_back(std::move(row));
    }
    return result;
}

/// The columns are those that all records need.
void add_records(const doc::Table& table, const Column& column, Flow& flow) {
    const doc::MergedCells merged(table.rows);
    std::vector<doc::Table> records;
    doc::Table all;
    all.columns.resize(2);
    for (std::size_t i = 0; i < table.rows.size(); ++i) {
        records.push_back(record(table, merged, i));
        all.rows.insert(all.rows.end(), records.back().rows.begin(), records.back().rows.end());
    }
    std::erase_if(records, [](const doc::Table& own) { return own.rows.empty(); });
    if (records.empty()) return;
    records.front().caption = table.caption;
    const TableShape shape = shape_of_table(all, column.measure, flow.context());
    for (const doc::Table& own : records) {
        if (&own != &records.front())
            flow.space(flow.style(style::Role::table_cell).space_before * 2);
        add_upright(own, shape, column, flow);
    }
}

void add_in_form(const doc::Table& table, const Column& column, Flow& flow) {
    const Setting setting = setting_of(table, column, flow);
    switch (setting.form) {
        case Form::upright:
            return add_upright(table, setting.shape, column, flow);
        case Form::across:
            return add_across(table, setting.shape, column, flow);
        case Form::records:
            return add_records(table, column, flow);
    }
}

}  // namespace

void add(const doc::Table& table, const Column& column, Flow& flow) {
    if (table.columns.empty() || (table.head.empty() && table.rows.empty())) return;
    if (table.head.empty() || !is_empty(table.head)) return add_in_form(table, column, flow);
    // A head that says nothing is not printed.
    doc::Table headless = table;
    headless.head.clear();
    add_in_form(headless, column, flow);
}

}  // namespace triptych::typeset
