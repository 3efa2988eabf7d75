#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "doc/tex.hpp"

namespace triptych::doc::tex {

/// How the columns of a matrix stand, the same in every output. Reads what the author wrote of them
/// once; each question costs the same wherever the column is.
class MatrixColumns {
public:
    explicit MatrixColumns(const Matrix& matrix);

    /// `l`, `c` or `r`.
    char alignment(std::size_t column) const;
    /// Of `column`; the number of columns asks for one behind the last.
    bool has_rule_before(std::size_t column) const {
        return column < rules_.size() && rules_[column];
    }

private:
    MatrixKind kind_;
    std::string letters_;
    std::vector<bool> rules_;
};

/// The cells of its longest row.
std::size_t column_count(const Matrix& matrix);
/// Whether its cells are set as equations that stand alone.
bool is_displayed(MatrixKind kind);

}  // namespace triptych::doc::tex
