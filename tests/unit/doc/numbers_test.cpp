#include "doc/numbers.hpp"

#include <doctest/doctest.h>

using namespace triptych;
using namespace triptych::doc;

TEST_CASE("letters go on after z, and Roman numerals end where they can't be written") {
    CHECK(written_number(26, Numbering::lower_letters, "fr") == "z");
    CHECK(written_number(27, Numbering::lower_letters, "fr") == "aa");
    CHECK(written_number(703, Numbering::upper_letters, "fr") == "AAA");
    CHECK(written_number(1994, Numbering::upper_roman, "fr") == "MCMXCIV");
    CHECK(written_number(3999, Numbering::lower_roman, "fr") == "mmmcmxcix");
    CHECK(written_number(4000, Numbering::lower_roman, "fr") == "4000");
    CHECK(written_number(0, Numbering::lower_letters, "fr") == "0");
    CHECK(written_number(-3, Numbering::upper_roman, "fr") == "-3");
    CHECK(written_number(5, Numbering::decimal, "fr") == "5");
}

TEST_CASE("decimals have the digits of the language, letters and Roman numerals none") {
    CHECK(written_number(12, Numbering::decimal, "fa") == "۱۲");
    CHECK(written_number(12, Numbering::decimal, "hi") == "12");
    CHECK(written_number(3, Numbering::lower_letters, "fa") == "c");
    CHECK(written_number(3, Numbering::upper_roman, "mr") == "III");
}

TEST_CASE("items count on from the number written for one, up or down") {
    List list{true, true, 5, {{}, {}, {{}, {}, {}, 9}, {}}};
    CHECK(numbers_of(list) == std::vector<std::int32_t>{5, 6, 9, 10});
    list.reversed = true;
    CHECK(numbers_of(list) == std::vector<std::int32_t>{5, 4, 9, 8});
}
