#include "typeset/flow/table_shape.hpp"

#include <algorithm>
#include <numeric>

#include "doc/merged_cells.hpp"
#include "doc/traits.hpp"
#include "doc/walk.hpp"
#include "typeset/flow/column_widths.hpp"
#include "typeset/flow/lines.hpp"
#include "typeset/inline/paragraph.hpp"

namespace triptych::typeset {
namespace {

/// A table is never set smaller than this share of its usual size.
constexpr Share least_scale = Share::percent(70);
/// A column of running text is wide enough with so many ems.
constexpr std::int64_t roomy_ems = 6;

void widen(const InlineWidths& widths, ColumnNeed& need) {
    need.least = std::max(need.least, widths.least);
    need.most = std::max(need.most, widths.most);
}

/// Widens `need` by every paragraph and formula inside `blocks`, however deep.
void measure_blocks(const doc::Blocks& blocks, const style::TextStyle& style, ColumnNeed& need,
                    Context& context) {
    for (const doc::Block& block : blocks) {
        doc::for_each_formula(block, [&](const std::string& tex) {
            widen(measure_inlines(in_text({tex}, block.span), style, context), need);
        });
        doc::for_each_child(
            block,
            [&](const doc::Inlines& body) { widen(measure_inlines(body, style, context), need); },
            [&](const doc::Blocks& inner) { measure_blocks(inner, style, need, context); });
    }
}

/// What a cell needs, its columns need together.
void share_out(const ColumnNeed& own, std::size_t columns, std::size_t first,
               std::vector<ColumnNeed>& needs) {
    const auto parts = static_cast<std::int64_t>(columns);
    for (std::size_t i = first; i < first + columns && i < needs.size(); ++i) {
        needs[i].least = std::max(needs[i].least, own.least / parts);
        needs[i].most = std::max(needs[i].most, own.most / parts);
    }
}

void measure_rows(const std::vector<doc::Row>& rows, style::Role role,
                  std::vector<ColumnNeed>& needs, Context& context) {
    const style::TextStyle& style = context.medium[role].text;
    const doc::MergedCells merged(rows);
    for (std::size_t row = 0; row < rows.size(); ++row) {
        const std::vector<doc::Cell>& cells = rows[row].cells;
        for (std::size_t i = 0; i < cells.size() && i < needs.size(); ++i) {
            ColumnNeed own;
            measure_blocks(cells[i].body, style, own, context);
            share_out(own, merged.span_of(row, i).columns, i, needs);
        }
    }
}

std::vector<ColumnNeed> needs_of(const doc::Table& table, Length measure, Context& context) {
    std::vector<ColumnNeed> needs(table.columns.size());
    measure_rows(table.head, style::Role::table_head, needs, context);
    measure_rows(table.rows, style::Role::table_cell, needs, context);
    const style::BlockStyle& style = context.medium[style::Role::table_cell];
    const Length widest_word = measure * 2 / 5;
    // Lists and boxes in a cell need room that their text does not tell.
    const Length around = style.box.padding * 2 + style.text.size / 3;
    for (std::size_t i = 0; i < needs.size(); ++i) {
        const Length gutter = gutter_behind(i, table.columns, style.text.size);
        needs[i].least = std::min(needs[i].least, widest_word) + around + gutter;
        needs[i].most += around + gutter;
        needs[i].share = Share::fraction(table.columns[i].width);
    }
    return needs;
}

/// What the columns need beside each other to be read with ease.
Length roomy_width(const std::vector<ColumnNeed>& needs, Length em) {
    Length sum;
    for (const ColumnNeed& need : needs) {
        sum += std::max(need.least, std::min(need.most, em * roomy_ems));
    }
    return sum;
}

Share smallest_scale(const style::Medium& medium) {
    const Share wanted =
        Share::ratio(medium.smallest_table, medium[style::Role::table_cell].text.size);
    return std::clamp(wanted, least_scale, Share::whole());
}

void scale_needs(std::vector<ColumnNeed>& needs, Share scale) {
    for (ColumnNeed& need : needs) {
        need.least = scale.of(need.least);
        need.most = scale.of(need.most);
    }
}

TableShape shape_for(std::vector<ColumnNeed> needs, Length measure, const Context& context) {
    const Length em = context.medium[style::Role::table_cell].text.size;
    const Share wanted = Share::ratio(measure, roomy_width(needs, em));
    const Share least = smallest_scale(context.medium);
    const Share scale = std::clamp(wanted, least, Share::whole());
    scale_needs(needs, scale);
    return {column_widths(needs, measure), scale, wanted >= least};
}

/// Lines of a turned head are at most so long.
constexpr std::int64_t longest_turned_ems = 8;

bool is_line(const doc::Blocks& blocks) {
    return blocks.empty() ||
           (blocks.size() == 1 && std::holds_alternative<doc::Paragraph>(blocks.front().node));
}

bool may_turn_heads(const doc::Table& table) {
    if (table.head.size() != 1) return false;
    const doc::MergedCells merged(table.head);
    const std::vector<doc::Cell>& cells = table.head.front().cells;
    for (std::size_t i = 0; i < cells.size(); ++i) {
        const bool is_merged = merged.is_covered(0, i) || merged.span_of(0, i).columns > 1;
        if (is_merged || !is_line(cells[i].body)) return false;
    }
    return true;
}

}  // namespace

Length gutter_behind(std::size_t column, const std::vector<doc::Column>& columns, Length em) {
    if (column + 1 >= columns.size() || columns[column].align != doc::Align::right) return {};
    const doc::Align next = columns[column + 1].align;
    return next == doc::Align::automatic || next == doc::Align::left ? em * 2 / 3 : Length{};
}

TableShape shape_of_table(const doc::Table& table, Length measure, Context& context) {
    return shape_for(needs_of(table, measure, context), measure, context);
}

std::optional<TableShape> shape_with_turned_heads(const doc::Table& table, Length measure,
                                                  Context& context) {
    if (!may_turn_heads(table)) return std::nullopt;
    doc::Table headless = table;
    std::vector<doc::Cell>& heads = headless.head.front().cells;
    for (std::size_t i = 1; i < heads.size(); ++i) heads[i].body.clear();
    std::vector<ColumnNeed> needs = needs_of(headless, measure, context);
    const style::BlockStyle& cell = context.medium[style::Role::table_cell];
    const style::TextStyle& head = context.medium[style::Role::table_head].text;
    std::vector<Length> widths;
    for (const doc::Cell& one : table.head.front().cells) {
        ColumnNeed own;
        measure_blocks(one.body, head, own, context);
        widths.push_back(own.most);
    }
    widths.resize(needs.size());
    widths.front() = {};
    const Length longest = *std::max_element(widths.begin(), widths.end());
    const Length line = std::min(longest, head.size * longest_turned_ems);
    if (line.units <= 0) return std::nullopt;
    for (std::size_t i = 1; i < needs.size(); ++i) {
        // Cells that are read, not looked up, have heads that are read as they are.
        if (needs[i].most > cell.text.size * roomy_ems) return std::nullopt;
        const std::int64_t lines = widths[i] <= line ? 1 : widths[i].units / line.units + 2;
        needs[i].least = std::max(needs[i].least, head.leading * lines + cell.box.padding * 2);
    }
    TableShape shape = shape_for(std::move(needs), measure, context);
    if (!shape.is_roomy) return std::nullopt;
    // A little more than the longest, so that no rounding breaks it.
    shape.turned_heads = shape.scale.of(line) + Length::points(1);
    return shape;
}

}  // namespace triptych::typeset
