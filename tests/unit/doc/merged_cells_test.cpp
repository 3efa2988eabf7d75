#include "doc/merged_cells.hpp"

#include <doctest/doctest.h>

using namespace triptych::doc;

namespace {

/// A row by a sign for each cell: `.` its own, `^` covered from above, `<` from the left.
Row row(std::string_view signs) {
    Row made;
    for (const char sign : signs) {
        Cell& cell = made.cells.emplace_back();
        if (sign == '^') cell.covered = Covered::from_above;
        if (sign == '<') cell.covered = Covered::from_left;
    }
    return made;
}

}  // namespace

TEST_CASE("merged cells know how far they reach and where they begin") {
    const MergedCells merged({row("..<"), row("^.."), row("^.^"), row("...")});
    CHECK(merged.span_of(0, 0).rows == 3);
    CHECK(merged.span_of(0, 0).columns == 1);
    CHECK(merged.span_of(0, 1).columns == 2);
    CHECK(merged.is_covered(0, 2));
    CHECK(merged.is_covered(2, 0));
    CHECK_FALSE(merged.is_covered(3, 0));
    CHECK(merged.first_row_of(2, 0) == 0);
    CHECK(merged.first_row_of(2, 2) == 1);
    CHECK(merged.first_row_of(3, 1) == 3);
    CHECK(merged.span_of(7, 7).rows == 1);
}

TEST_CASE("what was parted from its merged cell is a cell of its own") {
    const MergedCells merged({row("^<"), row("^.")});
    CHECK_FALSE(merged.is_covered(0, 0));
    CHECK(merged.span_of(0, 0).rows == 2);
    CHECK(merged.first_row_of(1, 0) == 0);
}

TEST_CASE("a cell may reach from the head into the body") {
    Table table;
    table.head = {row("..")};
    table.rows = {row("^."), row("..")};
    CHECK(MergedCells(table).span_of(0, 0).rows == 2);
}
