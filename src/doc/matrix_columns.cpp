#include "doc/matrix_columns.hpp"

#include <algorithm>

namespace triptych::doc::tex {

MatrixColumns::MatrixColumns(const Matrix& matrix) : kind_(matrix.kind), rules_(1) {
    for (const char c : matrix.columns) {
        if (c == '|') {
            rules_.back() = true;
        } else {
            letters_ += c;
            rules_.push_back(false);
        }
    }
}

char MatrixColumns::alignment(std::size_t column) const {
    if (kind_ == MatrixKind::aligned) return column % 2 == 0 ? 'r' : 'l';
    if (!letters_.empty()) return column < letters_.size() ? letters_[column] : 'c';
    return kind_ == MatrixKind::cases ? 'l' : 'c';
}

std::size_t column_count(const Matrix& matrix) {
    std::size_t count = 0;
    for (const auto& row : matrix.rows) count = std::max(count, row.size());
    return count;
}

bool is_displayed(MatrixKind kind) {
    return kind == MatrixKind::aligned || kind == MatrixKind::gathered || kind == MatrixKind::lines;
}

}  // namespace triptych::doc::tex
