#include "gitbook/convert/table_grid.hpp"

#include <algorithm>
#include <charconv>
#include <set>

#include "base/text.hpp"

namespace triptych::gitbook {
namespace {

constexpr std::size_t widest_span = 1000, widest_table = 500;
constexpr std::size_t most_positions = 20'000;     ///< columns that merged cells may make
constexpr std::size_t most_filled_cells = 10'000;  ///< when far fewer are written

/// A cell, the column it begins in, and what it covers.
struct PlacedCell {
    const Node *node, *row;  ///< the row, when it is the first of it
    std::size_t column, columns, rows;
};
struct PlacedRow {
    std::vector<PlacedCell> cells;
    bool in_head = false;
};

bool is_cell(const Node& node) { return node.is("td") || node.is("th"); }

std::size_t span_in(const Node& cell, std::string_view attribute) {
    std::size_t span = 1;
    const std::string_view written = cell.get(attribute);
    std::from_chars(written.data(), written.data() + written.size(), span);
    return std::clamp<std::size_t>(span, 1, widest_span);
}

/// Gives the cells of rows, one after the other, their columns.
class RowLayout {
public:
    PlacedRow next(const Node& row, bool in_head, std::vector<const Node*>& strays) {
        PlacedRow placed{{}, in_head};
        std::size_t column = 0;
        for (const Node& cell : row.children) {
            if (!is_cell(cell)) {
                strays.push_back(&cell);
                continue;
            }
            while (is_covered(column)) ++column;
            const std::size_t rows = span_in(cell, "rowspan");
            const std::size_t columns =
                column < most_positions ? span_in(cell, "colspan") : std::size_t{1};
            if (rows > 1) {
                if (covered_until_.size() < column + columns)
                    covered_until_.resize(column + columns);
                std::fill_n(covered_until_.begin() + static_cast<std::ptrdiff_t>(column), columns,
                            row_ + rows);
            }
            const Node* begun = placed.cells.empty() ? &row : nullptr;
            placed.cells.push_back({&cell, begun, column, columns, rows});
            column += columns;
        }
        ++row_;
        return placed;
    }

private:
    bool is_covered(std::size_t column) const {
        return column < covered_until_.size() && covered_until_[column] > row_;
    }

    std::size_t row_ = 0;
    std::vector<std::size_t> covered_until_;  ///< rows that a cell of a row before covers
};

struct Collected {
    std::vector<PlacedRow> rows;
    std::vector<const Node*> captions, strays;
};

void collect(const Node& parent, bool in_head, RowLayout& layout, Collected& found) {
    for (const Node& child : parent.children) {
        if (child.is("thead") || child.is("tbody") || child.is("tfoot"))
            collect(child, child.is("thead"), layout, found);
        else if (child.is("tr"))
            found.rows.push_back(layout.next(child, in_head, found.strays));
        else if (child.is("caption"))
            found.captions.push_back(&child);
        else if ((!child.is("col") && !child.is("colgroup")) || !child.children.empty())
            found.strays.push_back(&child);
    }
}

bool is_all_heads(const PlacedRow& row) {
    return !row.cells.empty() &&
           std::all_of(row.cells.begin(), row.cells.end(),
                       [](const PlacedCell& cell) { return cell.node->is("th"); });
}

/// The columns in which a cell begins, in order.
std::vector<std::size_t> columns_of(const std::vector<PlacedRow>& rows) {
    std::vector<std::size_t> columns;
    for (const PlacedRow& row : rows)
        for (const PlacedCell& cell : row.cells) columns.push_back(cell.column);
    std::sort(columns.begin(), columns.end());
    columns.erase(std::unique(columns.begin(), columns.end()), columns.end());
    return columns;
}

/// Lays placed rows out in the columns that there are.
class GridFiller {
public:
    GridFiller(const std::vector<PlacedRow>& rows, TableGrid& grid)
        : rows_(rows), columns_(columns_of(rows)), grid_(grid) {
        grid_.columns = columns_.size();
        grid_.head.resize(columns_.size());
    }

    void fill() {
        has_head_ = !rows_.empty() && (rows_[0].in_head || is_all_heads(rows_[0]));
        grid_.rows.assign(rows_.size() - (has_head_ ? 1 : 0), GridRow(columns_.size()));
        for_each_cell([&](std::size_t row, const PlacedCell& cell) {
            GridCell& filled = place(row, index_of(cell.column));
            filled.node = cell.node;
            filled.row = cell.row;
        });
        for_each_cell([&](std::size_t row, const PlacedCell& cell) { cover(row, cell); });
    }

private:
    template <typename Take>
    void for_each_cell(const Take& take) const {
        for (std::size_t i = 0; i < rows_.size(); ++i)
            for (const PlacedCell& cell : rows_[i].cells) take(i, cell);
    }
    GridCell& place(std::size_t row, std::size_t column) {
        if (has_head_ && row == 0) return grid_.head[column];
        return grid_.rows[row - (has_head_ ? 1 : 0)][column];
    }
    /// Of the first column at or behind `position`.
    std::size_t index_of(std::size_t position) const {
        const auto found = std::lower_bound(columns_.begin(), columns_.end(), position);
        return static_cast<std::size_t>(found - columns_.begin());
    }
    void cover(std::size_t first_row, const PlacedCell& cell) {
        const std::size_t begin = index_of(cell.column), end = index_of(cell.column + cell.columns);
        const std::size_t last_row = std::min(first_row + cell.rows, rows_.size());
        for (std::size_t row = first_row; row < last_row; ++row)
            for (std::size_t column = begin; column < end; ++column) {
                GridCell& covered = place(row, column);
                if (covered.node != nullptr) continue;
                covered.covered =
                    row > first_row ? doc::Covered::from_above : doc::Covered::from_left;
            }
    }

    const std::vector<PlacedRow>& rows_;
    std::vector<std::size_t> columns_;
    TableGrid& grid_;
    bool has_head_ = false;
};

}  // namespace

TableGrid grid_of(const Node& table) {
    RowLayout layout;
    Collected found;
    collect(table, false, layout, found);
    TableGrid grid;
    grid.captions = std::move(found.captions);
    grid.strays = std::move(found.strays);
    GridFiller filler(found.rows, grid);
    std::size_t written = 0;
    for (const PlacedRow& row : found.rows) written += row.cells.size();
    const std::size_t filled = grid.columns * found.rows.size();
    grid.too_large =
        grid.columns > widest_table || (filled > most_filled_cells && filled > 20 * written);
    if (!grid.too_large) filler.fill();
    return grid;
}

}  // namespace triptych::gitbook
