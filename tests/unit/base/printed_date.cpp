#include <doctest/doctest.h>

#include "base/printed_date.hpp"

using triptych::printed_date;

TEST_CASE("dates are printed as people write them") {
    CHECK(printed_date("2026-03-01", "fr") == "1er mars 2026");
    CHECK(printed_date("2026-08-24", "fr-CA") == "24 août 2026");
    CHECK(printed_date("2026-12", "fr") == "décembre 2026");
    CHECK(printed_date("2026-03-01", "en") == "1 March 2026");
    CHECK(printed_date("2026-03-01T10:00:00Z", "en") == "1 March 2026");
    CHECK(printed_date("2026-03-01", "fa").starts_with("۱ "));
    CHECK(printed_date("2026-03-01", "fa").ends_with(" ۲۰۲۶"));
}

TEST_CASE("what is no date stays as it is") {
    for (const char* text : {"", "printemps 2026", "2026", "2026-13", "2026-02-32", "26-02-01",
                             "2026-02-01-04", "----------", "2026-x2"}) {
        CHECK(printed_date(text, "fr") == text);
    }
}
