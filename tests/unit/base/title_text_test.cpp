#include "base/title_text.hpp"

#include <doctest/doctest.h>

using namespace triptych;
using text::without_leading_pictographs;

TEST_CASE("emoji in front of words go, with what is joined to them and the spaces behind") {
    CHECK(without_leading_pictographs("👋 Bienvenue") == "Bienvenue");
    CHECK(without_leading_pictographs("👷‍♀️ Équipe") == "Équipe");
    CHECK(without_leading_pictographs("🇫🇷 En-têtes") == "En-têtes");
    CHECK(without_leading_pictographs("☁️\u00A0Nuage ☁️") == "Nuage ☁️");
    CHECK(without_leading_pictographs("🚦🚦 Feux") == "Feux");
    CHECK(without_leading_pictographs("👍🏽Bien") == "Bien");
}

TEST_CASE("signs, numbers and titles of nothing else stay") {
    CHECK(without_leading_pictographs("© 2026") == "© 2026");
    CHECK(without_leading_pictographs("→ Suite") == "→ Suite");
    CHECK(without_leading_pictographs("1️⃣ Premier") == "1️⃣ Premier");
    CHECK(without_leading_pictographs("🎨") == "🎨");
    CHECK(without_leading_pictographs("") == "");
}

TEST_CASE("titles that read alike have one key") {
    for (const char* title : {"Les délais", "Les de\u0301lais", "\u200BLes dé\u00ADlais\u200D",
                              " Les\u00A0\t délais\u202F", "Les\u0001 délais"})
        CHECK_MESSAGE(text::title_key(title) == "Les délais", title);
    CHECK(text::title_key("les délais") != text::title_key("Les délais"));
    CHECK(text::title_key("\u200B").empty());
}

TEST_CASE("the first characters keep their marks") {
    CHECK(text::first_characters("été", 2) == "ét");
    CHECK(text::first_characters("e\u0301te\u0301", 1) == "e\u0301");
    CHECK(text::first_characters("été", 3) == "été");
    CHECK(text::first_characters("été", 9) == "été");
    CHECK(text::first_characters("", 1).empty());
}
