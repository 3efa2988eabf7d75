#include <algorithm>

#include "pdf/structure/repair.hpp"

namespace triptych::pdf {

namespace {

using pages::Tag;

/// Wider cells are cut: no honest table has them, and each of their columns costs empty cells.
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

/// Which places of the grid are taken; a row is as long as its last cell needs.
class Grid {
public:
    explicit Grid(std::size_t rows) : taken_(rows) {}

    std::size_t first_free(std::size_t row, std::size_t from) const {
        while (is_taken(row, from)) ++from;
        return from;
    }
    std::size_t free_width(std::size_t row, std::size_t from, std::size_t most) const {
        std::size_t width = 1;
        while (width < most && !is_taken(row, from + width)) ++width;
        return width;
    }
    void take(std::size_t row, std::size_t column, std::size_t columns, std::size_t rows) {
        for (std::size_t r = row; r < row + rows; ++r) {
            taken_[r].resize(std::max(taken_[r].size(), column + columns));
            std::fill_n(taken_[r].begin() + static_cast<std::ptrdiff_t>(column), columns,
                        std::uint8_t{1});
        }
    }
    std::size_t width() const {
        std::size_t out = 0;
        for (const auto& row : taken_) out = std::max(out, row.size());
        return out;
    }
    std::size_t free_places(std::size_t row, std::size_t width) const {
        return width - static_cast<std::size_t>(
                           std::count(taken_[row].begin(), taken_[row].end(), std::uint8_t{1}));
    }

private:
    bool is_taken(std::size_t row, std::size_t column) const {
        return column < taken_[row].size() && taken_[row][column] != 0;
    }
    std::vector<std::vector<std::uint8_t>> taken_;
};

void repair_table(Repaired& tree, std::uint32_t table) {
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
            grid.take(row, column, columns, spanned);
            tree.column_spans[cell] = static_cast<std::uint16_t>(columns);
            tree.row_spans[cell] = static_cast<std::uint16_t>(spanned);
            column += columns;
        }
    }
    const std::size_t width = grid.width();
    for (std::size_t row = 0; row < rows.size(); ++row)
        tree.missing_cells[row_elements[row]] =
            static_cast<std::uint16_t>(grid.free_places(row, width));
}

}  // namespace

void repair_tables(Repaired& tree) {
    for (std::size_t i = 0; i < tree.tags.size(); ++i)
        if (tree.kept[i] != 0 && tree.tags[i] == Tag::table)
            repair_table(tree, static_cast<std::uint32_t>(i));
}

}  // namespace triptych::pdf
