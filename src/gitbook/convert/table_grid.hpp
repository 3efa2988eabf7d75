#pragma once

#include <cstddef>
#include <vector>

#include "gitbook/syntax/node.hpp"

namespace triptych::gitbook {

/// A row's cells, one a column; null where a cell is missing or covered by its neighbour.
using GridRow = std::vector<const Node*>;

/// A table as it is laid out.
struct TableGrid {
    GridRow head;  ///< null cells when there is none
    std::vector<GridRow> rows;
    std::vector<const Node*> captions, strays;  ///< and what is no part of a table
    std::size_t columns = 0;
    bool too_large =
        false;  ///< more than 500 columns, or far fewer cells than its grid has; no rows
};

/// Lays the cells of `table` out in columns. Merged cells reach no farther than the table: a column
/// in which no cell begins is none.
TableGrid grid_of(const Node& table);

}  // namespace triptych::gitbook
