#include "base/language_tag.hpp"

#include <doctest/doctest.h>

#include "base/printed_date.hpp"
#include "base/words.hpp"

using namespace triptych;

TEST_CASE("the language of a tag, in lower case and in two letters where there are two") {
    CHECK(primary_language("fr-CA") == "fr");
    CHECK(primary_language("FR_fr") == "fr");
    CHECK(primary_language("fra") == "fr");
    CHECK(primary_language("ENG-gb") == "en");
    CHECK(primary_language("frr") == "frr");
    CHECK(primary_language("x-one") == "x");
    CHECK(primary_language("").empty());
    CHECK(primary_language("a\xFF!").size() == 3);
}

TEST_CASE("languages are the same whatever the script, the region and the letters of the tag") {
    CHECK(same_language("fr", "fra-CH"));
    CHECK_FALSE(same_language("fr", "frr"));
    CHECK(is_french("Fr-be"));
    CHECK_FALSE(is_french("frr"));
    CHECK(is_english("en_GB"));
}

TEST_CASE(
    "words and dates are in one language: French is French to both, and North Frisian to none") {
    for (const auto* tag : {"fr", "FR", "fr-CA", "fra"}) {
        CHECK(word_in(tag, Word::contents) == "Sommaire");
        CHECK(printed_date("2026-11-01", tag) == "1er novembre 2026");
    }
    CHECK(word_in("frr", Word::contents) == "Contents");
    CHECK(printed_date("2026-11-01", "frr") == "1 November 2026");
}
