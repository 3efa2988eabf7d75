#include "typeset/flow/table_shape.hpp"

#include <algorithm>
#include <numeric>

#include "doc/traits.hpp"
#include "doc/walk.hpp"
#include "typeset/flow/column_widths.hpp"
#include "typeset/flow/lines.hpp"
#include "typeset/inline/paragraph.hpp"

namespace triptych::typeset {
namespace {

/// A table is never set smaller than this share of its usual size.
constexpr double least_scale = 0.7;
/// A column of running text is wide enough with so many ems.
constexpr std::int64_t roomy_ems = 6;

void widen(const InlineWidths& widths, ColumnNeed& need) {
    need.least = std::max(need.least, widths.least);
    need.most = std::max(need.most, widths.most);
}

/// Asks every paragraph and formula inside `blocks`, however deep.
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

void measure_rows(const std::vector<doc::Row>& rows, style::Role role,
                  std::vector<ColumnNeed>& needs, Context& context) {
    const style::TextStyle& style = context.medium[role].text;
    for (const doc::Row& row : rows) {
        for (std::size_t i = 0; i < row.cells.size() && i < needs.size(); ++i) {
            measure_blocks(row.cells[i].body, style, needs[i], context);
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
        needs[i].least = std::min(needs[i].least, widest_word) + around;
        needs[i].most += around;
        needs[i].share = table.columns[i].width;
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

double smallest_scale(const style::Medium& medium) {
    const Length size = medium[style::Role::table_cell].text.size;
    const double wanted = medium.smallest_table.in_points() / size.in_points();
    return std::min(1.0, std::max(least_scale, wanted));
}

void scale_needs(std::vector<ColumnNeed>& needs, double scale) {
    for (ColumnNeed& need : needs) {
        need.least = Length::points(need.least.in_points() * scale);
        need.most = Length::points(need.most.in_points() * scale);
    }
}

}  // namespace

TableShape shape_of_table(const doc::Table& table, Length measure, Context& context) {
    std::vector<ColumnNeed> needs = needs_of(table, measure, context);
    const Length em = context.medium[style::Role::table_cell].text.size;
    const double wanted = measure.in_points() / std::max(1.0, roomy_width(needs, em).in_points());
    const double least = smallest_scale(context.medium);
    const double scale = std::clamp(wanted, least, 1.0);
    scale_needs(needs, scale);
    return {column_widths(needs, measure), scale, wanted >= least};
}

}  // namespace triptych::typeset
