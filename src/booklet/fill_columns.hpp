#pragma once

#include <cstddef>
#include <vector>

#include "typeset/galley.hpp"

namespace triptych::booklet {

/// Rows of one column.
struct Column {
    std::size_t begin = 0, end = 0;
};

/// Height of the first columns, below a title, and of all others.
struct ColumnRoom {
    Length first, others;
    std::size_t first_columns = 1;
};

/// Fills one column after the other with the rows from `begin` on; none ends in front of a row
/// whose break is forbidden, unless no other place is left.
std::vector<Column> fill_columns(const typeset::Galley& galley, const ColumnRoom& room,
                                 std::size_t begin = 0);

}  // namespace triptych::booklet
