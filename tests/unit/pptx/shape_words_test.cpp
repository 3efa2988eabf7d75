#include "pptx/words.hpp"

#include <doctest/doctest.h>

using namespace triptych;

TEST_CASE("shapes and layouts are called in the deck's language, else in English") {
    CHECK(pptx::shape_name("Kicker", "fr") == "Surtitre");
    CHECK(pptx::shape_name("Further reading", "de") == "Zum Weiterlesen");
    CHECK(pptx::shape_name("Kicker", "sw") == "Kicker");
    CHECK(pptx::shape_name("Anything", "fr") == "Anything");
    CHECK(pptx::layout_word("numbered_pillar", "fr-CA") == "Pilier numéroté");
    CHECK(pptx::layout_word("key_number", "en") == "Number");
    CHECK(pptx::layout_word("cover", "zh-TW") == "封面");
}

TEST_CASE("a layout is known by its name in every language") {
    CHECK(pptx::key_of_layout("Chiffre clé") == "key_number");
    CHECK(pptx::key_of_layout("Säule") == "pillar");
    CHECK(pptx::key_of_layout("チェックリスト") == "checklist");
    CHECK(pptx::key_of_layout("Tabelle") == "table");
    CHECK(pptx::key_of_layout("Kicker").empty());
    CHECK(pptx::key_of_layout("My own layout").empty());
}
