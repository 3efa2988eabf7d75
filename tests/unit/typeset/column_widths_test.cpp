#include <doctest/doctest.h>

#include <numeric>

#include "typeset/flow/column_widths.hpp"

using namespace triptych;
using namespace triptych::literals;
using typeset::column_widths;

namespace {

Length sum(const std::vector<Length>& widths) {
    return std::accumulate(widths.begin(), widths.end(), Length{});
}

}  // namespace

TEST_CASE("no column has no width") { CHECK(column_widths({}, 100_pt).empty()); }

TEST_CASE("columns that fit fill the measure in proportion") {
    const auto widths = column_widths({{10_pt, 20_pt}, {10_pt, 60_pt}}, 160_pt);
    CHECK(widths == std::vector<Length>{40_pt, 120_pt});
}

TEST_CASE("the surplus goes where text is long") {
    const auto widths = column_widths({{30_pt, 30_pt}, {30_pt, 530_pt}}, 200_pt);
    CHECK(widths[0] == 30_pt);
    CHECK(widths[1] == 170_pt);
}

TEST_CASE("a narrow column is not broken for want of a little") {
    const auto first = [](Length most, Length other) {
        return column_widths({{20_pt, most}, {40_pt, other}}, 200_pt)[0];
    };
    CHECK(first(60_pt, 180_pt) == 60_pt);
    CHECK(first(60_pt, 600_pt) < 40_pt);
    CHECK(first(110_pt, 120_pt) < 110_pt);
}

TEST_CASE("columns too narrow for their words shrink alike and never overflow") {
    const auto widths = column_widths({{100_pt, 100_pt}, {100_pt, 100_pt}, {50_pt, 90_pt}}, 100_pt);
    CHECK(sum(widths) == 100_pt);
    CHECK(widths[0] == widths[1]);
}

TEST_CASE("the author's shares hold as far as words allow") {
    const auto widths = column_widths(
        {{10_pt, 500_pt, Share::percent(75)}, {10_pt, 500_pt, Share::percent(25)}}, 200_pt);
    CHECK(widths == std::vector<Length>{150_pt, 50_pt});
    const auto narrow = column_widths(
        {{10_pt, 50_pt, Share::percent(90)}, {80_pt, 90_pt, Share::percent(10)}}, 100_pt);
    CHECK(sum(narrow) == 100_pt);
    CHECK(narrow[1] > 40_pt);
}

TEST_CASE("empty columns share what there is") {
    CHECK(sum(column_widths({{}, {}}, 100_pt)) == 100_pt);
}
