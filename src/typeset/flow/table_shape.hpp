#pragma once

#include <vector>

#include "doc/model.hpp"
#include "typeset/context.hpp"

namespace triptych::typeset {

/// How a table is set in a measure, for outputs that make tables of their own.
struct TableShape {
    std::vector<Length> columns;  ///< widths, together the measure
    double scale = 1;             ///< of the text, below 1 where the columns need it
};

TableShape shape_of_table(const doc::Table& table, Length measure, Context& context);

}  // namespace triptych::typeset
