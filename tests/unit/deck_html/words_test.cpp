#include "deck_html/words.hpp"

#include <doctest/doctest.h>

#include <string>

using namespace triptych;

namespace {

std::string word(std::string_view language, std::string_view name) {
    for (const auto& [known, text] : deck_html::words_in(language))
        if (known == name) return std::string(text);
    return {};
}

}  // namespace

TEST_CASE("the page around the slides speaks the language of the deck, else English") {
    CHECK(word("fr-CA", "next") == "Diapositive suivante");
    CHECK(word("ar", "next") == "الشريحة التالية");
    CHECK(word("zh-TW", "next") == "下一張");
    CHECK(word("sw", "next") == "Next slide");
    CHECK(deck_html::slide_word("ja") == "スライド");
    const auto names = deck_html::words_in("en");
    for (const char* language : {"ar", "bg", "cs", "de", "es", "fa", "fi", "fr", "he", "hi", "it",
                                 "ja", "ko", "pt", "vi", "zh"}) {
        CAPTURE(language);
        const auto words = deck_html::words_in(language);
        REQUIRE(words.size() == names.size());
        for (std::size_t i = 0; i < words.size(); ++i) {
            CHECK(words[i].first == names[i].first);
            CHECK_FALSE(words[i].second.empty());
            for (const char* place : {"{n}", "{all}", "{title}", "{time}"})
                CHECK((words[i].second.find(place) == std::string_view::npos) ==
                      (names[i].second.find(place) == std::string_view::npos));
        }
    }
}
