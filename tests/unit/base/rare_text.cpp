#include "base/rare_text.hpp"

#include <doctest/doctest.h>

using namespace triptych;

TEST_CASE("copies of a rare text have it in one place") {
    const RareText one("https://a.example");
    const RareText other = one;
    CHECK(other == "https://a.example");
    CHECK(other.view().data() == one.view().data());
    CHECK(RareText("").empty());
}
