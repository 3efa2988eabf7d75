#include <algorithm>

#include "pdf/structure/repair.hpp"

namespace triptych::pdf {

namespace {

using pages::Element;
using pages::Tag;

/// Wider cells are cut to this: each of their columns costs empty cells in other rows.
constexpr std::size_t widest_cell = 100;

using Rows = std::vector<std::vector<std::uint32_t>>;

Rows rows_of(const Repaired& tree, std::uint32_t table, std::vector<std::uint32_t>& elements) {
    Rows rows;
    for_each_kept_child(tree, table, [&](std::uint32_t row) {
        if (tree.tags[row] != Tag::table_row) return;
        elements.push_back(row);
        rows.emplace_back();
        for_each_kept_child(tree, row, [&](std::uint32_t cell) { rows.back().push_back(cell); });
    });
    return rows;
}

/// Which cell takes each place of the grid; a row is as long as its last cell needs.
class Grid {
public:
    explicit Grid(std::size_t rows) : cells_(rows) {}

    std::size_t first_free(std::size_t row, std::size_t from) const {
        while (is_taken(row, from)) ++from;
        return from;
    }
    std::size_t free_width(std::size_t row, std::size_t from, std::size_t most) const {
        std::size_t width = 1;
        while (width < most && !is_taken(row, from + width)) ++width;
        return width;
    }
    struct Area {
        std::size_t row, column, columns, rows;
    };
    void take(const Area& area, std::uint32_t cell) {
        for (std::size_t r = area.row; r < area.row + area.rows; ++r) {
            auto& row = cells_[r];
            row.resize(std::max(row.size(), area.column + area.columns), no_element);
            std::fill_n(row.begin() + static_cast<std::ptrdiff_t>(area.column), area.columns, cell);
        }
    }
    std::size_t width() const {
        std::size_t out = 0;
        for (const auto& row : cells_) out = std::max(out, row.size());
        return out;
    }
    std::size_t free_places(std::size_t row, std::size_t width) const {
        const auto& cells = cells_[row];
        return width - cells.size() +
               static_cast<std::size_t>(std::count(cells.begin(), cells.end(), no_element));
    }
    const TableCells& cells() const { return cells_; }

private:
    bool is_taken(std::size_t row, std::size_t column) const {
        return column < cells_[row].size() && cells_[row][column] != no_element;
    }
    TableCells cells_;
};

void repair_table(const std::vector<Element>& elements, Repaired& tree, std::uint32_t table) {
    std::vector<std::uint32_t> row_elements;
    const Rows rows = rows_of(tree, table, row_elements);
    Grid grid(rows.size());
    for (std::size_t row = 0; row < rows.size(); ++row) {
        std::size_t column = 0;
        for (const std::uint32_t cell : rows[row]) {
            column = grid.first_free(row, column);
            const std::size_t columns = grid.free_width(
                row, column, std::clamp<std::size_t>(tree.column_spans[cell], 1, widest_cell));
            const std::size_t spanned =
                std::clamp<std::size_t>(tree.row_spans[cell], 1, rows.size() - row);
            grid.take({row, column, columns, spanned}, cell);
            tree.column_spans[cell] = static_cast<std::uint16_t>(columns);
            tree.row_spans[cell] = static_cast<std::uint16_t>(spanned);
            column += columns;
        }
    }
    const std::size_t width = grid.width();
    for (std::size_t row = 0; row < rows.size(); ++row)
        tree.missing_cells[row_elements[row]] =
            static_cast<std::uint16_t>(grid.free_places(row, width));
    note_headers(elements, grid.cells(), tree);
}

}  // namespace

void repair_tables(const std::vector<Element>& elements, Repaired& tree) {
    for (std::size_t i = 0; i < tree.tags.size(); ++i)
        if (tree.kept[i] != 0 && tree.tags[i] == Tag::table)
            repair_table(elements, tree, static_cast<std::uint32_t>(i));
}

}  // namespace triptych::pdf
