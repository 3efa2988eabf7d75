#include "base/length.hpp"

#include <doctest/doctest.h>

using namespace triptych;
using namespace triptych::literals;

TEST_CASE("lengths are exact multiples of 1/65536 point") {
    CHECK((1_pt).units == 65536);
    CHECK((-(1.5_pt)).units == -98304);
    CHECK((25.4_mm) == 72_pt);
    CHECK(Length::points(-0.5).units == -32768);
    CHECK((3_pt).scaled(2, 3) == 2_pt);
    CHECK((3_pt).in_points() == doctest::Approx(3));
    // The product leaves 64 bits, the result does not.
    CHECK(Length{std::int64_t{1} << 60}.scaled(1000, 1000).units == std::int64_t{1} << 60);
}
