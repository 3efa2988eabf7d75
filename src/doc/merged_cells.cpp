#include "doc/merged_cells.hpp"

#include <algorithm>

namespace triptych::doc {

void MergedCells::add(const std::vector<Row>& rows) {
    for (const Row& row : rows) add_row(row.cells);
}

void MergedCells::add_row(const std::vector<Cell>& cells) {
    const std::size_t row = rows_.size();
    std::vector<Place> places;
    const auto is_merged = [](const Cell& cell) { return cell.covered != Covered::no; };
    if (std::any_of(cells.begin(), cells.end(), is_merged)) {
        for (std::size_t i = 0; i < cells.size(); ++i) {
            const Covered by = cells[i].covered;
            const bool above = by == Covered::from_above && row > 0;
            const bool left = by == Covered::from_left && i > 0;
            places.push_back(
                {above || left ? by : Covered::no, above ? first_row_of(row - 1, i) : row});
        }
    }
    rows_.push_back(std::move(places));
}

Covered MergedCells::covered(std::size_t row, std::size_t column) const {
    const bool known = row < rows_.size() && column < rows_[row].size();
    return known ? rows_[row][column].covered : Covered::no;
}

bool MergedCells::is_covered(std::size_t row, std::size_t column) const {
    return covered(row, column) != Covered::no;
}

CellSpan MergedCells::span_of(std::size_t row, std::size_t column) const {
    CellSpan span;
    if (is_covered(row, column)) return span;
    while (covered(row, column + span.columns) == Covered::from_left) ++span.columns;
    while (covered(row + span.rows, column) == Covered::from_above) ++span.rows;
    return span;
}

std::size_t MergedCells::first_row_of(std::size_t row, std::size_t column) const {
    const bool known = row < rows_.size() && column < rows_[row].size();
    return known ? rows_[row][column].first_row : row;
}

}  // namespace triptych::doc
