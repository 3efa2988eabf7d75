#include <optional>
#include <string>

#include <doctest/doctest.h>

#include <triptych/files.hpp>

#include "typeset/inline/hyphenate.hpp"

#if defined(__SANITIZE_ADDRESS__)
/// libhyphen loses a few bytes for patterns that a dictionary holds twice.
extern "C" const char* __lsan_default_suppressions() { return "leak:libhyphen\n"; }
#endif

using namespace triptych;
using namespace triptych::typeset;

namespace {

std::string parted(const Patterns& patterns, std::string_view word) {
    std::vector<std::uint32_t> points;
    patterns.append_points(word, points);
    std::string out(word);
    for (auto point = points.rbegin(); point != points.rend(); ++point) out.insert(*point, "-");
    return out;
}

}  // namespace

TEST_CASE("patterns part words, two letters before and three behind at least") {
    const Patterns patterns("UTF-8\na1\né1\n");
    CHECK(parted(patterns, "banana") == "ba-nana");
    CHECK(parted(patterns, "abababab") == "aba-ba-bab");
    CHECK(parted(patterns, "bébébébé") == "bé-bé-bébé");
    CHECK(parted(patterns, "BANANA") == "BA-NANA");
    CHECK(parted(patterns, "bana") == "bana");
    CHECK(parted(patterns, "") == "");
}

TEST_CASE("dictionaries in an 8-bit encoding give offsets in UTF-8") {
    const Patterns patterns(
        "ISO8859-15\n\xE9"
        "1\n\xBD"
        "1\n");
    CHECK(parted(patterns, "bébébébé") == "bé-bé-bébé");
    CHECK(parted(patterns, "œœœœœ") == "œœ-œœœ");
    CHECK(parted(patterns, "жжжжжж") == "жжжжжж");
}

TEST_CASE("a broken dictionary parts nothing") {
    CHECK(parted(Patterns(""), "banana") == "banana");
    CHECK(parted(Patterns("NO-SUCH-ENCODING\na1\n"), "banana") == "banana");
}

TEST_CASE("the dictionary of the region, of the language, or the first of the language") {
    const auto folder = memory_files({{"hyph_fr.dic", "UTF-8\na1\n"},
                                      {"hyph_en_GB.dic", "UTF-8\nb1\n"},
                                      {"hyph_en_US.dic", "UTF-8\nc1\n"}});
    Hyphenation hyphenation;
    const Patterns* french = hyphenation.patterns(*folder, "fr-CA");
    REQUIRE(french != nullptr);
    CHECK(parted(*french, "xaxxx") == "xa-xxx");
    CHECK(parted(*hyphenation.patterns(*folder, "en"), "xbxxx") == "xb-xxx");
    CHECK(parted(*hyphenation.patterns(*folder, "en-US"), "xcxxx") == "xc-xxx");
    CHECK(hyphenation.patterns(*folder, "de") == nullptr);
}

TEST_CASE("names and words in capitals are not parted") {
    CHECK(may_hyphenate("organisation", Place::inside));
    CHECK(may_hyphenate("Organisation", Place::sentence_start));
    CHECK_FALSE(may_hyphenate("Marseille", Place::inside));
    CHECK_FALSE(may_hyphenate("Élancourt", Place::inside));
    CHECK_FALSE(may_hyphenate("DINUM", Place::sentence_start));
    CHECK_FALSE(may_hyphenate("OpenData", Place::sentence_start));
    CHECK_FALSE(may_hyphenate("openData", Place::inside));
}

TEST_CASE("French words are parted as the language wants" *
          doctest::skip(!folder_files("/usr/share/hyphen")->is_file("hyph_fr.dic"))) {
    const auto folder = folder_files("/usr/share/hyphen");
    Hyphenation hyphenation;
    const Patterns* french = hyphenation.patterns(*folder, "fr");
    REQUIRE(french != nullptr);
    CHECK(parted(*french, "organisation") == "or-ga-ni-sa-tion");
    CHECK(parted(*french, "efficacité") == "ef-fi-ca-cité");
    CHECK(parted(*french, "développer") == "dé-ve-lop-per");
}
