#include <doctest/doctest.h>

#include <algorithm>

#include "fonts_for_tests.hpp"

using namespace triptych;
using namespace triptych::font;

namespace {

std::string found(const Library& library, int weight, bool italic) {
    const FaceFile& file = library.file(library.find("Serif", weight, italic));
    return std::to_string(file.weight) + (file.italic ? "i" : "");
}

/// Opens `font` as a library of its own.
struct Reopened {
    explicit Reopened(std::string font) : files(memory_files({{"f.ttf", std::move(font)}})) {}
    std::unique_ptr<Files> files;
    Library library{*files, {{"f.ttf", "F", 400, false}}, {}};
    FaceId face = library.find("F", 400, false);
};

}  // namespace

TEST_CASE("find takes the nearest weight and would rather change weight than posture") {
    const auto files = memory_files({});
    const Library library(*files,
                          {{"l", "Serif", 300, false},
                           {"r", "Serif", 400, false},
                           {"s", "Serif", 600, false},
                           {"i", "Serif", 400, true}},
                          {});
    CHECK(found(library, 400, false) == "400");
    CHECK(found(library, 700, false) == "600");
    CHECK(found(library, 500, false) == "600");
    CHECK(found(library, 350, false) == "300");
    CHECK(found(library, 700, true) == "400i");
}

TEST_CASE("a file used twice is one face") {
    ProjectFonts fonts;
    CHECK(fonts.library.itemize("─", fonts.serif)[0].face == fonts.mono);
}

TEST_CASE("metrics are those of the font program") {
    ProjectFonts fonts;
    const Metrics& serif = fonts.library.metrics(fonts.serif);
    CHECK(serif.units_per_em == 1000);
    CHECK(serif.postscript_name == "SourceSerif4-Regular");
    CHECK(serif.serif);
    CHECK_FALSE(serif.fixed_pitch);
    CHECK(serif.italic_angle == 0);
    CHECK(serif.x_height > 400);
    CHECK(serif.cap_height > serif.x_height);
    CHECK(serif.descender < 0);
    CHECK(serif.y_max > serif.ascender / 2);
    CHECK(fonts.library.metrics(fonts.mono).fixed_pitch);
    CHECK_FALSE(fonts.library.metrics(fonts.mono).serif);
    CHECK(fonts.library.metrics(fonts.library.find("Serif", 400, true)).italic_angle < 0);
}

TEST_CASE("missing and damaged files become faces without glyphs and are told") {
    const auto files = memory_files({{"bad.ttf", "not a font"}});
    const Library library(*files, {{"gone.ttf", "A", 400, false}, {"bad.ttf", "B", 400, false}},
                          {});
    CHECK(library.unreadable().empty());
    for (const char* family : {"B", "A"}) {
        const FaceId face = library.find(family, 400, false);
        const auto glyphs = library.shape({"ab", face, Length::points(10), "fr", {}, {}});
        CHECK(glyphs.size() == 2);
        CHECK(library.itemize("a", face)[0].missing);
        CHECK_FALSE(library.subset(face, {0}).has_value());
    }
    CHECK(library.unreadable() == std::vector<std::string>{"gone.ttf", "bad.ttf"});
}

TEST_CASE("faces nobody asks for are never opened") {
    const auto files = memory_files({});
    const Library library(*files, {{"a", "A", 400, false}, {"b", "B", 400, false}}, {});
    library.metrics(library.find("A", 400, false));
    CHECK(library.unreadable() == std::vector<std::string>{"a"});
}

TEST_CASE("a TrueType subset keeps glyph numbers and advances, and loses the rest") {
    ProjectFonts fonts;
    const auto word = fonts.shape("éa");
    std::vector<std::uint16_t> glyphs{word[0].id, word[1].id};
    std::sort(glyphs.begin(), glyphs.end());
    const auto subset = fonts.library.subset(fonts.serif, glyphs);
    REQUIRE(subset.has_value());
    CHECK(subset->format == FontFormat::truetype);
    CHECK(subset->codes == glyphs);
    CHECK(subset->program.size() < 40'000);
    const Reopened again(subset->program);
    for (const std::uint16_t glyph : glyphs)
        CHECK(again.library.advance(again.face, glyph) ==
              fonts.library.advance(fonts.serif, glyph));
    CHECK(fonts.library.subset(fonts.serif, glyphs)->program == subset->program);
}

TEST_CASE("an e-book subset still shapes its text, with ligatures and lining figures") {
    ProjectFonts fonts;
    const auto font =
        fonts.library.subset_for_text(fonts.serif, {U'f', U'i', U'n', U'é', U'3'}, "fr");
    REQUIRE(font.has_value());
    CHECK(font->size() < 40'000);
    const Reopened again(*font);
    const auto shape = [&](std::string_view text, const Features& features) {
        return again.library.shape({text, again.face, Length::points(10), "fr", {}, features});
    };
    CHECK(shape("fin", {}).size() == 2);
    CHECK(shape("é", {})[0].id != 0);
    CHECK(shape("x", {})[0].id == 0);
    Features lining;
    lining.figures = Features::Figures::lining;
    CHECK(shape("3", lining)[0].id != 0);
    CHECK(again.library.metrics(again.face).postscript_name == "SourceSerif4-Regular");
}
