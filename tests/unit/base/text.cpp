#include "base/text.hpp"
#include "base/address.hpp"
#include "base/language_tag.hpp"

#include <doctest/doctest.h>

using namespace triptych;

namespace {

std::vector<char32_t> code_points(std::string_view bytes) {
    std::vector<char32_t> found;
    for (std::size_t at = 0; at < bytes.size();) found.push_back(text::next_code_point(bytes, at));
    return found;
}

}  // namespace

TEST_CASE("code points are read and written back") {
    for (const char32_t c : {U'a', U'é', U'€', U'😀', U'\x7F', U'\x80', U'\x7FF', U'\x800',
                             U'\xFFFF', U'\x10000', U'\x10FFFF'}) {
        std::string bytes;
        text::append_code_point(bytes, c);
        CHECK(code_points(bytes) == std::vector<char32_t>{c});
        CHECK_FALSE(text::first_invalid_utf8(bytes));
    }
}

TEST_CASE("malformed UTF-8 is found where it begins and replaced byte by byte") {
    struct Case {
        std::string_view bytes;
        std::size_t first;
        std::string_view repaired;
    };
    const Case cases[] = {
        {"\xC3", 0, "�"},                  // cut short
        {"ab\xFFz", 2, "ab�z"},            // never a byte of UTF-8
        {"\xC0\xAF", 0, "��"},             // overlong
        {"\xE0\x80\xAF", 0, "���"},        // overlong
        {"\xED\xA0\x80", 0, "���"},        // surrogate
        {"\xF4\x90\x80\x80", 0, "����"},   // above U+10FFFF
        {"12345678\x80", 8, "12345678�"},  // behind a run of ASCII
        {"\xE2\x82x", 0, "��x"},
    };
    for (const Case& one : cases) {
        CAPTURE(one.repaired);
        REQUIRE(text::first_invalid_utf8(one.bytes));
        CHECK(*text::first_invalid_utf8(one.bytes) == one.first);
        CHECK(text::repair_utf8(one.bytes) == one.repaired);
    }
    CHECK(text::repair_utf8("déjà vu") == "déjà vu");
    CHECK(code_points("\xE2\x82") == std::vector<char32_t>{0xFFFD, 0xFFFD});
}

TEST_CASE("white space is trimmed, collapsed and split at") {
    CHECK(text::trim(" \t\r\na b\n ") == "a b");
    CHECK(text::trim("  ").empty());
    CHECK(text::collapse_spaces("\n a \t\n b ") == "a b");
    CHECK(text::collapse_spaces("").empty());
    CHECK(text::split("a,,b,", ',') == std::vector<std::string_view>{"a", "", "b", ""});
    CHECK(text::split("", ',') == std::vector<std::string_view>{""});
    CHECK(text::replace_all("a--b--", "--", "–") == "a–b–");
    CHECK(text::replace_all("aaa", "aa", "a") == "aa");
    CHECK(text::replace_all("abc", "", "x") == "abc");
}

TEST_CASE("normalisation and case follow Unicode") {
    CHECK(text::nfc("e\u0301te\u0301") == "été");
    CHECK(text::nfd("é") == "e\u0301");
    CHECK(text::nfc("plain") == "plain");
    CHECK(text::lower_case("ÉTÉ Straße ABC") == "été straße abc");
    CHECK(text::lower_case("Hello World") == "hello world");
}

TEST_CASE("percent escapes are decoded where they are whole") {
    CHECK(text::percent_decode("a%20b%C3%A9") == "a bé");
    CHECK(text::percent_decode("100%") == "100%");
    CHECK(text::percent_decode("%4") == "%4");
    CHECK(text::percent_decode("%zz%4G") == "%zz%4G");
    CHECK(text::percent_decode("%2f%2F") == "//");
}

TEST_CASE("addresses become URIs") {
    CHECK(text::percent_encode("https://e.org/a?b=c&d#e") == "https://e.org/a?b=c&d#e");
    CHECK(text::percent_encode("https://e.org/été |") == "https://e.org/%C3%A9t%C3%A9%20%7C");
    CHECK(text::percent_encode("https://e.org/#/room/#a") == "https://e.org/#/room/%23a");
    CHECK(text::percent_encode("https://e.org/100%/%20/%4") == "https://e.org/100%25/%20/%254");
    CHECK(text::percent_encode("http://[::1]/[a]") == "http://[::1]/%5Ba%5D");
    CHECK(text::percent_encode("mailto:a@b.org?subject=c d") == "mailto:a@b.org?subject=c%20d");
    CHECK(text::percent_encode("").empty());
}

TEST_CASE("a title that is its address says nothing more") {
    CHECK(says_address("exemple.fr/a", "https://www.exemple.fr/a/"));
    CHECK(says_address("https://exemple.fr/a", "http://exemple.fr/a"));
    CHECK_FALSE(says_address("exemple.fr", "https://exemple.fr/a"));
    CHECK_FALSE(says_address("", "https://exemple.fr/a"));
}

TEST_CASE("language tags") {
    for (const char* good : {"fr", "fr-CH", "zh-Hans-CN", "x-1"}) CHECK(is_language_tag(good));
    for (const char* bad : {"", "fr_CH", "français", "fr-", "-fr", "123", "abcdefghi"})
        CHECK_FALSE(is_language_tag(bad));
}

TEST_CASE("file slugs are short ASCII names") {
    CHECK(text::file_slug("Les 5 piliers : où, quand ?") == "les-5-piliers-ou-quand");
    CHECK(text::file_slug("Œuvre d’été — Ça va") == "oeuvre-d-ete-ca-va");
    CHECK(text::file_slug("") == "document");
    CHECK(text::file_slug("日本語") == "document");
    CHECK(text::file_slug("../../etc") == "etc");
    const std::string cut = text::file_slug(std::string(59, 'a') + " bcd");
    CHECK(cut == std::string(59, 'a'));
    CHECK(text::file_slug(std::string(200, 'x')).size() == 60);
}

TEST_CASE("the stable hash is FNV-1a") {
    CHECK(text::stable_hash("") == 0xCBF29CE484222325U);
    CHECK(text::stable_hash("a") == 0xAF63DC4C8601EC8CU);
}
