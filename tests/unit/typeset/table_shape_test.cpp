#include "typeset/flow/table_shape.hpp"

#include <doctest/doctest.h>

#include "../../typesetting_fixture.hpp"

using namespace triptych;
using namespace triptych::test;

TEST_CASE("a column that ends at the right has a gutter before one that begins at the left") {
    using enum doc::Align;
    std::vector<doc::Column> columns;
    for (const doc::Align align : {right, right, automatic, right, centre, right})
        columns.push_back({align});
    std::vector<std::size_t> wide;
    for (std::size_t i = 0; i < columns.size(); ++i)
        if (typeset::gutter_behind(i, columns, Length::points(9)).units > 0) wide.push_back(i);
    CHECK(wide == std::vector<std::size_t>{1});
}
