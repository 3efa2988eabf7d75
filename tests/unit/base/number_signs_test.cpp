#include "base/number_signs.hpp"

#include <doctest/doctest.h>

#include <string>

#include "base/words.hpp"

using namespace triptych;

TEST_CASE("numbers are written as in the language") {
    CHECK(grouped_number(7400, "fr") == "7\u202F400");
    CHECK(grouped_number(7400, "en") == "7,400");
    CHECK(grouped_number(7400, "de-AT") == "7.400");
    CHECK(grouped_number(1234567, "pl") == "1\u00A0234\u00A0567");
    CHECK(grouped_number(12, "fr") == "12");
    CHECK(decimal_sign("ja") == ".");
    CHECK(decimal_sign("ru") == ",");
}

TEST_CASE("sizes of files have the language's units and decimal sign") {
    CHECK(file_size(999, "fr") == "999\u00A0o");
    CHECK(file_size(2500, "fr") == "2,5\u00A0ko");
    CHECK(file_size(2500, "en") == "2.5\u00A0kB");
    CHECK(file_size(25'000, "de") == "25\u00A0kB");
    CHECK(file_size(12'500'000, "ru") == "12,5\u00A0МБ");
    CHECK(file_size(12'500'000, "fi") == "12,5\u00A0Mt");
}

TEST_CASE("lists are written as in the language") {
    const auto three = [](std::string_view language) { return listed({"A", "B", "C"}, language); };
    CHECK(three("fr") == "A, B et C");
    CHECK(three("de") == "A, B und C");
    CHECK(three("ja") == "A、B、C");
    CHECK(three("zh-TW") == "A、B和C");
    CHECK(three("ar") == "A، B وC");
    CHECK(three("he") == "A, B ו-C");
    CHECK(listed({"A"}, "fr") == "A");
    CHECK(listed({}, "fr").empty());
    CHECK(list_separator("zh") == "、");
    CHECK(list_separator("sv") == ", ");
}
