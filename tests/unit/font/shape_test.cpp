#include <doctest/doctest.h>

#include <algorithm>
#include <array>
#include <atomic>
#include <thread>

#include "fonts_for_tests.hpp"

using namespace triptych;
using namespace triptych::font;

namespace {

Length width(const std::vector<ShapedGlyph>& glyphs) {
    Length sum;
    for (const ShapedGlyph& glyph : glyphs) sum += glyph.advance;
    return sum;
}

bool same(const std::vector<ShapedGlyph>& a, const std::vector<ShapedGlyph>& b) {
    return std::equal(a.begin(), a.end(), b.begin(), b.end(), [](const auto& x, const auto& y) {
        return x.id == y.id && x.cluster == y.cluster && x.advance == y.advance;
    });
}

}  // namespace

TEST_CASE("ligatures join glyphs, keep the first cluster and can be switched off") {
    ProjectFonts fonts;
    const auto joined = fonts.shape("fin");
    REQUIRE(joined.size() == 2);
    CHECK(joined[1].cluster == 2);
    Features plain;
    plain.ligatures = false;
    CHECK(fonts.shape("fin", plain).size() == 3);
}

TEST_CASE("kerning changes the width") {
    ProjectFonts fonts;
    Features loose;
    loose.kerning = false;
    CHECK(width(fonts.shape("AVAT")) < width(fonts.shape("AVAT", loose)));
}

TEST_CASE("small caps and figures are features of the face") {
    ProjectFonts fonts;
    Features small_caps;
    small_caps.small_caps = true;
    CHECK(fonts.shape("a", small_caps)[0].id != fonts.shape("a")[0].id);
    CHECK(fonts.shape("A", small_caps)[0].id == fonts.shape("A")[0].id);
    Features lining, old_style;
    lining.figures = Features::Figures::lining;
    old_style.figures = Features::Figures::old_style;
    CHECK(fonts.shape("3", lining)[0].id != fonts.shape("3", old_style)[0].id);
}

TEST_CASE("an emoji sequence is one glyph") {
    ProjectFonts fonts;
    const FaceId emoji = fonts.library.find("Emoji", 400, false);
    for (const char* text :
         {"👩‍💻", "👨‍👩‍👧‍👦", "👍🏽", "🇫🇷", "1️⃣", "❤️‍🔥",
          "😀", "⚠️", "🏴󠁧󠁢󠁥󠁮󠁧󠁿"}) {
        CAPTURE(text);
        const auto glyphs = fonts.shape(text, emoji);
        REQUIRE(glyphs.size() == 1);
        CHECK(glyphs[0].id != 0);
    }
}

TEST_CASE("composed and decomposed accents give the same glyphs") {
    ProjectFonts fonts;
    const auto nfc = fonts.shape("é"), nfd = fonts.shape("e\u0301");
    REQUIRE(nfd.size() == 1);
    CHECK(nfc[0].id == nfd[0].id);
}

TEST_CASE("spaces that a face lacks get their advance from its space and digits") {
    ProjectFonts fonts;
    const Length space = fonts.shape(" ")[0].advance;
    for (const FaceId face : {fonts.serif, fonts.mono}) {
        CAPTURE(fonts.library.file(face).family);
        const auto narrow = fonts.shape("\u202F", face), figure = fonts.shape("\u2007", face);
        REQUIRE(narrow.size() == 1);
        CHECK(narrow[0].id != 0);
        CHECK(narrow[0].advance > Length{});
        CHECK(figure[0].advance == fonts.shape("0", face)[0].advance);
        CHECK(fonts.shape("\u2011", face)[0].id != 0);
    }
    CHECK(fonts.shape("\u202F")[0].advance < space);
    CHECK(fonts.shape("\u00A0")[0].advance == space);
}

TEST_CASE("characters that draw nothing leave no glyph; what is missing leaves .notdef") {
    ProjectFonts fonts;
    CHECK(fonts.shape("a\u200Db\u2060c").size() == 3);
    CHECK(fonts.shape("語")[0].id == 0);
    CHECK(fonts.shape("").empty());
}

TEST_CASE("right-to-left runs come in visual order") {
    ProjectFonts fonts;
    const auto glyphs = fonts.library.shape(
        {"ab", fonts.serif, Length::points(10), "fr", Direction::right_to_left, {}});
    REQUIRE(glyphs.size() == 2);
    CHECK(glyphs[0].cluster == 1);
}

TEST_CASE("advances are exact multiples of the font's units") {
    ProjectFonts fonts;
    const auto glyphs = fonts.shape("m");
    const int units = fonts.library.advance(fonts.serif, glyphs[0].id);
    CHECK(glyphs[0].advance == Length::points(10).scaled(units, 1000));
}

TEST_CASE("threads that meet at first use get the same answer") {
    ProjectFonts fonts, alone;
    const auto expected = alone.shape("Efficace, où l’œil glisse");
    std::atomic<int> equal = 0;
    std::array<std::thread, 4> threads;
    for (std::thread& thread : threads)
        thread = std::thread([&] {
            if (same(fonts.shape("Efficace, où l’œil glisse"), expected)) ++equal;
        });
    for (std::thread& thread : threads) thread.join();
    CHECK(equal == 4);
}
