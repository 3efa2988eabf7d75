#include <triptych/spelling.hpp>

#include <doctest/doctest.h>

using namespace triptych;

TEST_CASE("the distance of two words counts letters added, removed and replaced") {
    CHECK(spelling::distance("", "abc") == 3);
    CHECK(spelling::distance("kitten", "sitting") == 3);
    CHECK(spelling::distance("same", "same") == 0);
}

TEST_CASE("the nearest name is named if it is near, the first of equals") {
    CHECK(spelling::nearest("langage", {"title", "language", "languages"}) == "language");
    CHECK(spelling::nearest("colr", {"color", "cold"}) == "color");
    CHECK(spelling::nearest("abcdef", {"uvwxyz"}).empty());
    CHECK(spelling::nearest(std::string(41, 'a'), {"a"}).empty());
    CHECK(spelling::nearest("title", {}).empty());
    CHECK(spelling::nearest("4", {"1", "3", "6"}).empty());
    CHECK(spelling::nearest("ov", {"3up", "on"}) == "on");
    CHECK(spelling::nearest("ua3", {"ua1", "ua2"}) == "ua1");
}
