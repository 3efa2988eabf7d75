#include "base/words.hpp"
#include "base/hyphenation_package.hpp"

#include <doctest/doctest.h>

#include <set>

#include "base/printed_date.hpp"

using namespace triptych;

namespace {

constexpr std::string_view languages[] = {
    "ar", "bg", "cs", "da", "de", "el", "en", "es", "et", "fa",      "fi",     "fr", "ga",
    "he", "hi", "hr", "hu", "id", "it", "ja", "ko", "lt", "lv",      "mt",     "nl", "pl",
    "pt", "ro", "ru", "sk", "sl", "sv", "tr", "uk", "vi", "zh-Hans", "zh-Hant"};

}  // namespace

TEST_CASE("every language has all words, and says them in its own way") {
    std::set<std::string_view> contents;
    for (const std::string_view language : languages) {
        CAPTURE(language);
        for (std::size_t i = 0; i < static_cast<std::size_t>(Word::count_); ++i)
            CHECK_FALSE(word_in(language, static_cast<Word>(i)).empty());
        contents.insert(word_in(language, Word::accessibility_structure));
    }
    CHECK(contents.size() == std::size(languages));
}

TEST_CASE("words follow the tag, English stands in for what is not known") {
    CHECK(word_in("fr-CA", Word::contents) == "Sommaire");
    CHECK(word_in("zh-TW", Word::contents) == "目錄");
    CHECK(word_in("zh-CN", Word::contents) == "目录");
    CHECK(word_in("zh", Word::contents) == "目录");
    CHECK(word_in("ja-JP", Word::contents) == "目次");
    CHECK(word_in("sw", Word::contents) == "Contents");
    CHECK(word_in("", Word::contents) == "Contents");
}

TEST_CASE("numbers of pages stand where the language has them") {
    CHECK(page_words("fr", "12") == "p.\u00A012");
    CHECK(page_words("de", "12") == "S.\u00A012");
    CHECK(page_words("ja", "12") == "12ページ");
    CHECK(page_words("zh", "12") == "第12页");
    CHECK(page_words("ko", "12") == "12쪽");
}

TEST_CASE("dates are written as in the language, by one calendar") {
    CHECK(printed_date("2026-11-01", "fr") == "1er novembre 2026");
    CHECK(printed_date("2026-11-23", "de") == "23. November 2026");
    CHECK(printed_date("2026-11-23", "ja") == "2026年11月23日");
    CHECK(printed_date("2026-11", "ja") == "2026年11月");
    CHECK(printed_date("2026-11-23", "ar") == "٢٣ نوفمبر ٢٠٢٦");
    CHECK(printed_date("2026-11-23", "ar-MA") == "23 نوفمبر 2026");
    CHECK(printed_date("2026-11-23", "lv") == "2026. gada 23. novembris");
    CHECK(printed_date("2026-02-31", "de") == "31. Februar 2026");
    CHECK(printed_date("2026-08-23", "pl") == "23 sierpnia 2026");
    CHECK(printed_date("2026-08", "pl") == "sierpień 2026");
    CHECK(printed_date("2026-08-23", "sw") == "23 August 2026");
}

TEST_CASE("signs around words follow the language") {
    CHECK(bracketed("A", "ko") == " (A)");
    CHECK(bracketed("A", "ja") == "（A）");
    CHECK(semicolon("fr") == "\u202F; ");
    CHECK(semicolon("ar") == "؛ ");
}

TEST_CASE("hyphenation patterns have a package by language and region") {
    CHECK(hyphenation_package("de-AT") == "hyphen-de");
    CHECK(hyphenation_package("en") == "hyphen-en-us");
    CHECK(hyphenation_package("en-AU") == "hyphen-en-gb");
    CHECK(hyphenation_package("pt-BR") == "hyphen-pt-br");
    CHECK(hyphenation_package("pt") == "hyphen-pt-pt");
    CHECK(hyphenation_package("nn") == "hyphen-no");
    CHECK(hyphenation_package("et") == "myspell-et");
    CHECK(hyphenation_package("fi") == "");
    CHECK(hyphenation_package("") == "");
}
