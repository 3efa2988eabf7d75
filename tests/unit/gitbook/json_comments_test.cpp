#include <doctest/doctest.h>

#include "gitbook/syntax/json_comments.hpp"

using namespace triptych::gitbook;

TEST_CASE("comments of JSON become blanks") {
    const auto plain = without_comments("{\n// a \"b\n\"c\": 1 /* d\n */}");
    REQUIRE(plain.has_value());
    CHECK(plain->text == "{\n       \n\"c\": 1     \n   }");
    CHECK(plain->begin == 2);
    CHECK(plain->length == 7);
}

TEST_CASE("what is no comment stays") {
    CHECK_FALSE(without_comments("").has_value());
    CHECK_FALSE(without_comments("{\"a\": \"http://b\"}").has_value());
    CHECK_FALSE(without_comments("{\"a\": \"\\\"//\"}").has_value());
    CHECK_FALSE(without_comments("{'a': '/* b */'}").has_value());
    CHECK_FALSE(without_comments("\"open // text").has_value());
    CHECK_FALSE(without_comments("\"\\").has_value());
    CHECK_FALSE(without_comments("{/").has_value());
    CHECK_FALSE(without_comments("{/* open // not looked at").has_value());
}
