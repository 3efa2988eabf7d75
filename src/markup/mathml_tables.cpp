#include <algorithm>
#include <string>
#include <string_view>

#include "base/xml.hpp"
#include "doc/matrix_columns.hpp"
#include "markup/mathml_parts.hpp"
#include "markup/writer.hpp"

/// Matrices, cases and equations.
namespace triptych::markup::mathml {
namespace {

/// The class that says where the cells of a column stand; none in the middle. MathML Core has no
/// attribute for it.
std::string_view alignment_class(char alignment) {
    return alignment == 'l' ? "left" : alignment == 'r' ? "right" : "";
}

/// Rules are in the order of their rows.
bool has_rule(const tex::Matrix& matrix, std::size_t row) {
    return std::binary_search(matrix.rules.begin(), matrix.rules.end(), row);
}

void append_cells(pugi::xml_node cells, const tex::Matrix& matrix,
                  const tex::MatrixColumns& columns, std::size_t row) {
    const auto& line = matrix.rows[row];
    const bool last = row + 1 == matrix.rows.size();
    for (std::size_t column = 0; column < line.size(); ++column) {
        auto cell = element(cells, "mtd");
        add_class(cell, alignment_class(columns.alignment(column)));
        if (matrix.kind == tex::MatrixKind::aligned)
            add_class(cell, column % 2 == 1 ? "joined" : column > 0 ? "apart" : "");
        if (columns.has_rule_before(column)) add_class(cell, "rule-before");
        if (column + 1 == line.size() && columns.has_rule_before(column + 1))
            add_class(cell, "rule-behind");
        if (has_rule(matrix, row)) add_class(cell, "rule-over");
        if (last && has_rule(matrix, matrix.rows.size())) add_class(cell, "rule-under");
        append(cell, line[column]);
    }
}

/// Tags stand at the margin, and as much room on the other side keeps equations in the middle.
void append_table(pugi::xml_node parent, const tex::Matrix& matrix) {
    auto table = element(parent, "mtable");
    const bool tagged = !matrix.tags.empty();
    if (matrix.kind == tex::MatrixKind::stacked) add_class(table, "stacked");
    if (matrix.kind == tex::MatrixKind::small) add_class(table, "small");
    if (tex::is_displayed(matrix.kind)) {
        xml::set_attribute(table, "displaystyle", "true");
        add_class(table, tagged ? "equations tagged" : "equations");
    }
    const tex::MatrixColumns columns(matrix);
    const std::size_t count = tex::column_count(matrix);
    for (std::size_t row = 0; row < matrix.rows.size(); ++row) {
        auto cells = element(table, "mtr");
        if (tagged) add_class(element(cells, "mtd"), "side");
        append_cells(cells, matrix, columns, row);
        if (!tagged) continue;
        for (std::size_t i = matrix.rows[row].size(); i < count; ++i) element(cells, "mtd");
        auto side = element(cells, "mtd");
        add_class(side, "side right");
        if (!matrix.tags[row].empty()) text_element(side, "mtext", matrix.tags[row]);
    }
}

}  // namespace

void append_matrix(pugi::xml_node parent, const tex::Matrix& matrix) {
    if (matrix.open.empty() && matrix.close.empty()) return append_table(parent, matrix);
    auto row = element(parent, "mrow");
    append_fence(row, matrix.open, "true");
    append_table(row, matrix);
    append_fence(row, matrix.close, "true");
}

}  // namespace triptych::markup::mathml
