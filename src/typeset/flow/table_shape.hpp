#pragma once

#include <cstddef>
#include <optional>
#include <vector>

#include "doc/model.hpp"
#include "typeset/context.hpp"

namespace triptych::typeset {

/// How a table is set in a measure.
struct TableShape {
    std::vector<Length> columns;   ///< widths, together the measure
    Share scale = Share::whole();  ///< of the text, below 1 where the columns need it
    bool is_roomy = true;   ///< no column is narrower than its longest word or a few words need
    Length outward{};       ///< how far the columns reach into the margin
    Length turned_heads{};  ///< heads but the first are turned, with lines so long; zero: none is
};

/// Room behind a column whose text ends at its right edge where that of the next one begins at its
/// left edge: without it the two read as one.
Length gutter_behind(std::size_t column, const std::vector<doc::Column>& columns, Length em);

/// Never makes text smaller than `Medium::smallest_table`, or than seven tenths of its size.
TableShape shape_of_table(const doc::Table& table, Length measure, Context& context);
/// For tables whose cells are short and whose heads alone are too wide; nothing for others, or
/// where that does not do.
std::optional<TableShape> shape_with_turned_heads(const doc::Table& table, Length measure,
                                                  Context& context);

}  // namespace triptych::typeset
