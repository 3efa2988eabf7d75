#include "base/is_one_of.hpp"

#include <doctest/doctest.h>

#include <string>

using namespace triptych;

TEST_CASE("words are compared by what they say, wherever they lie") {
    const std::string name = "title";
    CHECK(is_one_of(name, {"body", "title"}));
    CHECK(is_one_of(name.c_str(), {"body", "title"}));
    CHECK_FALSE(is_one_of(name.c_str(), {"body", "titles"}));
    CHECK(is_one_of(3, {1, 3}));
    CHECK_FALSE(is_one_of('x', {'y'}));
}
