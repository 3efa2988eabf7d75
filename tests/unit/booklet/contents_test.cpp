#include "booklet/fill_columns.hpp"

#include <doctest/doctest.h>

using namespace triptych;
using booklet::fill_columns;

namespace {

typeset::Galley rows(std::size_t count) {
    typeset::Galley galley;
    galley.rows.resize(count);
    for (typeset::Row& row : galley.rows) row.height = Length::points(10);
    return galley;
}

}  // namespace

TEST_CASE("columns are filled one after the other, the first ones below a title") {
    const auto columns = fill_columns(rows(9), {Length::points(20), Length::points(40), 2});
    REQUIRE(columns.size() == 4);
    CHECK(columns[0].end == 2);
    CHECK(columns[1].end == 4);
    CHECK(columns[2].end == 8);
    CHECK(columns[3].end == 9);
}

TEST_CASE("what is kept with what follows is not left at the foot of a column") {
    typeset::Galley galley = rows(4);
    galley.rows[2].break_penalty = typeset::Row::never;
    const auto columns = fill_columns(galley, {Length::points(20), Length::points(20)});
    REQUIRE(columns.size() == 3);
    CHECK(columns[0].end == 1);
    CHECK(columns[1].end == 3);
    galley.rows[1].break_penalty = typeset::Row::never;
    CHECK(fill_columns(galley, {Length::points(20), Length::points(20)}).front().end == 2);
}
