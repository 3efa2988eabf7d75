#pragma once

#include <cstddef>
#include <vector>

#include "doc/model.hpp"

namespace triptych::doc {

/// How many columns and rows a cell takes.
struct CellSpan {
    std::size_t columns = 1, rows = 1;
};

/// Which cells of a table are merged, and what they cover. Rows count from the first of those that
/// it was made of. What is covered from above in the first row, or from the left in the first
/// column, is a cell of its own: its merged cell was left behind when the table was parted.
class MergedCells {
public:
    explicit MergedCells(const std::vector<Row>& rows) { add(rows); }
    /// The rows of the head, and behind them those of the body.
    explicit MergedCells(const Table& table) {
        add(table.head);
        add(table.rows);
    }

    bool is_covered(std::size_t row, std::size_t column) const;
    /// One by one for what is covered.
    CellSpan span_of(std::size_t row, std::size_t column) const;
    /// The row in which the cell begins that the place belongs to.
    std::size_t first_row_of(std::size_t row, std::size_t column) const;

private:
    struct Place {
        Covered covered{};
        std::size_t first_row = 0;
    };
    void add(const std::vector<Row>& rows);
    void add_row(const std::vector<Cell>& cells);
    Covered covered(std::size_t row, std::size_t column) const;

    std::vector<std::vector<Place>> rows_;  ///< none of it for a row without merged cells
};

}  // namespace triptych::doc
