#include <algorithm>
#include <utility>
#include <vector>

#include "doc/matrix_columns.hpp"
#include "typeset/math/layout.hpp"
#include "typeset/math/stretch.hpp"

/// Matrices, cases and aligned equations.
namespace triptych::typeset::math {
namespace {

namespace tex = doc::tex;
using tex::MatrixKind;

/// Distances, in hundredths of the size.
struct Measures {
    int height = 84, depth = 36;  ///< least of a row: LaTeX's \strutbox
    int between_rows = 10;        ///< least, between their ink
    int between_columns = 100;
};

Measures measures_of(MatrixKind kind) {
    switch (kind) {
        case MatrixKind::small:
            return {50, 22, 10, 55};
        case MatrixKind::aligned:
        case MatrixKind::gathered:
        case MatrixKind::lines:
            return {84, 36, 30, 200};
        case MatrixKind::stacked:
            return {50, 18, 8, 55};
        case MatrixKind::matrix:
        case MatrixKind::cases:
        case MatrixKind::array:
            break;
    }
    return {};
}

Style cell_style(MatrixKind kind, Style style) {
    if (kind == MatrixKind::small) return {StyleLevel::script, style.cramped};
    if (kind == MatrixKind::stacked) return style;
    if (tex::is_displayed(kind)) return {StyleLevel::display, style.cramped};
    return {std::max(style.level, StyleLevel::text), style.cramped};
}

/// A table in the making.
class Grid {
public:
    Grid(const tex::Matrix& matrix, Style style, const Setting& setting)
        : matrix_(matrix),
          style_(style),
          setting_(setting),
          measures_(measures_of(matrix.kind)),
          columns_(matrix) {}
    Box set();
    /// What stands at the margin of the rows, once they are set.
    std::vector<std::pair<Box, Length>> tags(const Box& set) const;

private:
    struct Row {
        std::vector<Box> cells;
        Length height, depth, y;
    };

    Length share(int hundredths) const {
        const bool stacked = matrix_.kind == MatrixKind::stacked;
        return (stacked ? setting_.size_in(style_) : setting_.size).scaled(hundredths, 100);
    }
    void set_cells();
    Box cell(const tex::Nodes& nodes, std::size_t column) const;
    void set_rows();
    void set_columns();
    Length gap_before(std::size_t column) const;
    void place(Row& row, Box& box) const;
    void draw_rules(Box& box) const;

    const tex::Matrix& matrix_;
    Style style_;
    const Setting& setting_;
    Measures measures_;
    tex::MatrixColumns columns_;
    std::vector<Row> rows_;
    std::vector<Length> lefts_, widths_;
    Length width_, height_;
};

/// The right side of an equation is spaced as if its left side stood there.
Box Grid::cell(const tex::Nodes& nodes, std::size_t column) const {
    const Style style = cell_style(matrix_.kind, style_);
    Atoms atoms = atoms_of(nodes, style, setting_);
    if (matrix_.kind == MatrixKind::aligned && column % 2 == 1 && !atoms.empty()) {
        atoms.insert(atoms.begin(), Atom{});
        atoms.front().level = style.level;
    }
    set_spaces(atoms, setting_);
    return joined(atoms, 0, atoms.size());
}

void Grid::set_cells() {
    for (const auto& row : matrix_.rows) {
        Row& set = rows_.emplace_back();
        set.height = share(measures_.height);
        set.depth = share(measures_.depth);
        for (std::size_t column = 0; column < row.size(); ++column) {
            const Box& box = set.cells.emplace_back(cell(row[column], column));
            set.height = std::max(set.height, box.height);
            set.depth = std::max(set.depth, box.depth);
            if (widths_.size() <= column) widths_.emplace_back();
            widths_[column] = std::max(widths_[column], box.width);
        }
    }
}

/// Base lines from the top. Struts touch; ink that reaches out of them is kept apart.
void Grid::set_rows() {
    const Length strut = share(measures_.height + measures_.depth);
    const bool equations = cell_style(matrix_.kind, style_).is_display();
    for (std::size_t i = 0; i < rows_.size(); ++i) {
        Row& row = rows_[i];
        if (i > 0) {
            const bool tall = rows_[i - 1].depth + row.height > strut;
            if (tall || equations) height_ += share(measures_.between_rows);
        }
        row.y = height_ + row.height;
        height_ = row.y + row.depth;
    }
}

Length Grid::gap_before(std::size_t column) const {
    const bool inside_equation = matrix_.kind == MatrixKind::aligned && column % 2 == 1;
    return column == 0 || inside_equation ? Length{} : share(measures_.between_columns);
}

void Grid::set_columns() {
    const bool padded = matrix_.columns.find('|') != std::string::npos;
    if (padded) width_ = share(measures_.between_columns / 2);
    for (std::size_t column = 0; column < widths_.size(); ++column) {
        width_ += gap_before(column);
        lefts_.push_back(width_);
        width_ += widths_[column];
    }
    if (padded) width_ += share(measures_.between_columns / 2);
}

void Grid::place(Row& row, Box& box) const {
    for (std::size_t column = 0; column < row.cells.size(); ++column) {
        Box& cell = row.cells[column];
        const Length rest = widths_[column] - cell.width;
        const char at = columns_.alignment(column);
        const Length left = lefts_[column] + (at == 'l' ? Length{} : at == 'r' ? rest : rest / 2);
        put(box, std::move(cell), {left, row.y});
    }
}

void Grid::draw_rules(Box& box) const {
    const Length thickness = setting_.length(MathConstant::fraction_rule_thickness, style_);
    std::size_t column = 0;
    for (const char c : matrix_.columns) {
        if (c != '|') {
            ++column;
            continue;
        }
        const Length half = share(measures_.between_columns / 2);
        const Length x = column < lefts_.size() ? lefts_[column] - half : width_ - thickness;
        put_rule(box, {std::max(Length{}, x), height_}, {thickness, height_});
    }
    for (const std::uint32_t row : matrix_.rules) {
        const Length y = row < rows_.size() ? rows_[row].y - rows_[row].height : height_;
        put_rule(box, {{}, y}, {width_, thickness});
    }
}

Box Grid::set() {
    set_cells();
    set_rows();
    set_columns();
    Box box;
    box.width = width_;
    for (Row& row : rows_) place(row, box);
    draw_rules(box);
    box.height = std::max(box.height, Length{});
    box.depth = height_;
    return on_axis(std::move(box), style_, setting_);
}

std::vector<std::pair<Box, Length>> Grid::tags(const Box& set) const {
    std::vector<std::pair<Box, Length>> tags;
    const Length top = set.depth - height_;
    for (std::size_t i = 0; i < std::min(rows_.size(), matrix_.tags.size()); ++i)
        if (!matrix_.tags[i].empty())
            tags.emplace_back(
                text_box(matrix_.tags[i], setting_.words[0], setting_.words_size, setting_),
                top + rows_[i].y);
    return tags;
}

}  // namespace

Atom set(const tex::Matrix& matrix, Style style, const Setting& setting) {
    Grid grid(matrix, style, setting);
    Box table = grid.set();
    Atom atom;
    atom.tags = grid.tags(table);
    const bool fenced = !matrix.open.empty() || !matrix.close.empty();
    if (!fenced) {
        atom.box = std::move(table);
        return atom;
    }
    const Length height = bracket_height(table, style, setting);
    atom.kind = Class::inner;
    atom.box = bracket(matrix.open, height, style, setting);
    const Length apart = matrix.kind == MatrixKind::cases ? setting.mu(2, style) : Length{};
    atom.box.width += apart;
    append(atom.box, std::move(table));
    if (!matrix.close.empty()) atom.box.width += apart;
    append(atom.box, bracket(matrix.close, height, style, setting));
    return atom;
}

}  // namespace triptych::typeset::math
