#include "typeset/flow/table_numbers.hpp"

#include <doctest/doctest.h>

#include "../../typesetting_fixture.hpp"

using namespace triptych;
using namespace triptych::test;

TEST_CASE("a column that ends at the right has a gutter before one that begins at the left") {
    using enum doc::Align;
    const std::vector<doc::Align> aligns = {right, right, automatic, right, centre, right};
    std::vector<std::size_t> wide;
    for (std::size_t i = 0; i < aligns.size(); ++i)
        if (typeset::gutter_behind(i, aligns, Length::points(9)).units > 0) wide.push_back(i);
    CHECK(wide == std::vector<std::size_t>{1});
}
