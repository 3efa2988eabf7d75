#include <doctest/doctest.h>

#include <optional>
#include <string>

#include "font/math_connectors.hpp"
#include "fonts_for_tests.hpp"

using namespace triptych;
using namespace triptych::font;

namespace {

/// A subset of the project's font for formulas, opened again.
struct FormulaSubset {
    explicit FormulaSubset(const std::vector<char32_t>& characters) {
        const auto files_of_project = folder_files(TRIPTYCH_SOURCE_DIR);
        const Library whole(*files_of_project,
                            {{"fonts/stix-two-math/STIXTwoMath-Regular.ttf", "M", 400, false}}, {});
        program = whole.subset_for_text(whole.find("M", 400, false), characters, "fr");
        REQUIRE(program.has_value());
        files = memory_files({{"f.ttf", *program}});
        library.emplace(*files, std::vector<FaceFile>{{"f.ttf", "M", 400, false}},
                        std::vector<FaceFile>{});
        math = library->math(library->find("M", 400, false));
        REQUIRE(math.has_value());
    }
    std::vector<MathPart> parts(char32_t character) const {
        const auto glyph = math->glyph(character, 0);
        REQUIRE(glyph.has_value());
        return math->assembly(*glyph, MathAxis::horizontal);
    }

    std::optional<std::string> program;
    std::unique_ptr<Files> files;
    std::optional<Library> library;
    std::optional<MathFace> math;
};

}  // namespace

TEST_CASE("a sign put together from parts of others can be embedded alone") {
    CHECK(FormulaSubset({U'⇔'}).parts(U'⇔').size() == 3);
    CHECK(FormulaSubset({U'√'}).program->size() < 20'000);
}

TEST_CASE("arrowheads join what is before them, in subsets") {
    const FormulaSubset subset({U'→', U'←', U'↔', U'⇒'});
    for (const char32_t arrow : {U'→', U'↔', U'⇒'}) {
        const auto parts = subset.parts(arrow);
        REQUIRE(parts.size() >= 2);
        CHECK(parts.back().start_connector >= subset.math->least_overlap(MathAxis::horizontal));
    }
    CHECK(subset.parts(U'←').front().end_connector > 0);
}

TEST_CASE("what is no table of formulas stays as it is") {
    CHECK(with_joined_ends("").empty());
    CHECK(with_joined_ends("abc") == "abc");
    const std::string wild(200, '\xFF');
    CHECK(with_joined_ends(wild) == wild);
}
