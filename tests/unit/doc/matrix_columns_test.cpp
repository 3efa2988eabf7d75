#include <doctest/doctest.h>

#include "doc/matrix_columns.hpp"

using namespace triptych::doc::tex;

TEST_CASE("columns stand as written, or as their kind of matrix says") {
    const auto columns = [](MatrixKind kind, const char* written) {
        return MatrixColumns(Matrix{"", "", kind, written, {}, {}});
    };
    const auto written = columns(MatrixKind::array, "l|cr|");
    CHECK(written.alignment(0) == 'l');
    CHECK(written.alignment(2) == 'r');
    CHECK(written.alignment(3) == 'c');
    CHECK_FALSE(written.has_rule_before(0));
    CHECK(written.has_rule_before(1));
    CHECK(written.has_rule_before(3));
    CHECK_FALSE(written.has_rule_before(9));
    CHECK(columns(MatrixKind::cases, "").alignment(1) == 'l');
    CHECK(columns(MatrixKind::aligned, "").alignment(2) == 'r');
    CHECK(columns(MatrixKind::aligned, "").alignment(3) == 'l');
}
