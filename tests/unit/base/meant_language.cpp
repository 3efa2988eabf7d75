#include "base/meant_language.hpp"

#include <doctest/doctest.h>

using namespace triptych;

TEST_CASE("a language tag is taken as it is, in the usual case of its letters") {
    CHECK(meant_language("fr") == "fr");
    CHECK(meant_language("FR-ca") == "fr-CA");
    CHECK(meant_language("zh-hant-tw") == "zh-Hant-TW");
    CHECK(meant_language("es-419") == "es-419");
    CHECK(is_written_as_tag("pt-br"));
    CHECK(is_written_as_tag("gsw"));
}

TEST_CASE("other spellings of a language give its tag and are none themselves") {
    for (const char* french : {"french", "Français", "francais", "fra", "fre"}) {
        CHECK(meant_language(french) == "fr");
        CHECK_FALSE(is_written_as_tag(french));
    }
    CHECK(meant_language("fr_FR") == "fr-FR");
    CHECK(meant_language("fr_FR.UTF-8") == "fr-FR");
    CHECK(meant_language("jp") == "ja");
    CHECK(meant_language("日本語") == "ja");
    CHECK_FALSE(is_written_as_tag("fr_FR"));
}

TEST_CASE("what names no language has no tag") {
    for (const char* nothing : {"", "xx", "xx-FR", "x", "1", "fr fr", "klingonian", "-"}) {
        CHECK(meant_language(nothing) == "");
        CHECK_FALSE(is_written_as_tag(nothing));
    }
    CHECK(meant_language("fr-XX") == "fr");
}
