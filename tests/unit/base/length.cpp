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

TEST_CASE("shares are integers, too, and take the same of a length everywhere") {
    CHECK(Share::percent(25).of(8_pt) == 2_pt);
    CHECK(Share::fraction(0.75).of(8_pt) == 6_pt);
    CHECK(Share::ratio(3_pt, 4_pt) == Share::percent(75));
    CHECK(Share::ratio(3_pt, Length{}) > Share::whole());
    CHECK(Share::whole().of(Length{12345}) == Length{12345});
    CHECK(Share::fraction(0.1) < Share::percent(11));
}
