#pragma once

#include <cstddef>
#include <vector>

#include "doc/model.hpp"
#include "gitbook/syntax/node.hpp"

namespace triptych::gitbook {

/// A place in a row; without a node where its cell is missing or a merged one covers it.
struct GridCell {
    const Node* node = nullptr;
    const Node* row = nullptr;  ///< that the cell is the first of
    doc::Covered covered{};
};
/// A row's cells, one a column.
using GridRow = std::vector<GridCell>;

/// A table as it is laid out.
struct TableGrid {
    GridRow head;  ///< cells without nodes when there is none
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
