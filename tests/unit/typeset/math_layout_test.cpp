#include <doctest/doctest.h>

#include <algorithm>
#include <cmath>

#include "inline_for_tests.hpp"
#include "typeset/math/formula.hpp"

namespace triptych::typeset::math {
namespace {

/// Formulas at 10 pt, in the project's font for them.
struct Formulas {
    typeset::Setting setting;

    std::vector<DisplayLine> lines(std::string_view tex, double measure = 300) {
        auto formula =
            set_displayed({tex, setting.style, {}}, Length::points(measure), setting.context);
        REQUIRE(formula);
        return std::move(formula->lines);
    }
    Box displayed(std::string_view tex) { return lines(tex, 2000).front().box; }
    Box in_text(std::string_view tex) {
        auto formula = set_in_text({tex, setting.style, {}}, setting.context);
        REQUIRE(formula);
        REQUIRE(formula->parts.size() == 1);
        return formula->parts.front().box;
    }
    /// Height of the axis in a size of 10 pt.
    double axis() {
        const auto face = setting.fonts.find("Math", 400, false);
        const auto table = setting.fonts.math(face);
        REQUIRE(table);
        return size() * table->constant(font::MathConstant::axis_height) /
               setting.fonts.metrics(face).units_per_em;
    }
    double size() { return run_of(in_text("x"), "x").size.in_points(); }

    static const pages::GlyphRun& run_of(const Box& box, std::string_view text) {
        return std::get<pages::GlyphRun>(ink_of(box, text).content);
    }
    static const Ink& ink_of(const Box& box, std::string_view text) {
        for (const Ink& ink : box.ink) {
            const auto* run = std::get_if<pages::GlyphRun>(&ink.content);
            if (run != nullptr && run->text == text) return ink;
        }
        FAIL("nothing draws ", text);
        return box.ink.front();
    }
    static const Ink& rule_of(const Box& box) {
        for (const Ink& ink : box.ink)
            if (std::holds_alternative<Size>(ink.content)) return ink;
        FAIL("no rule");
        return box.ink.front();
    }
};

double y_of(const Box& box, std::string_view text) {
    return Formulas::ink_of(box, text).at.y.in_points();
}
double x_of(const Box& box, std::string_view text) {
    return Formulas::ink_of(box, text).at.x.in_points();
}

TEST_CASE("the bar of a fraction lies on the axis, the parts in the middle above and below") {
    Formulas formulas;
    const Box box = formulas.displayed("\\frac{a}{b + c}");
    const Ink& bar = Formulas::rule_of(box);
    const Size size = std::get<Size>(bar.content);
    const double middle = -(bar.at.y + size.height / 2).in_points();
    CHECK(middle == doctest::Approx(formulas.axis()).epsilon(0.01));
    CHECK(y_of(box, "a") < 0);
    CHECK(y_of(box, "b") > 0);
    CHECK(x_of(box, "a") > x_of(box, "b"));
}

TEST_CASE("fractions in text are smaller, those that say their style are not") {
    Formulas formulas;
    const auto size_of_a = [&](std::string_view tex) {
        return Formulas::run_of(formulas.in_text(tex), "a").size.in_points();
    };
    CHECK(size_of_a("\\frac{a}{b}") == doctest::Approx(0.7 * formulas.size()).epsilon(0.1));
    CHECK(size_of_a("\\dfrac{a}{b}") == doctest::Approx(formulas.size()));
    CHECK(size_of_a("x_{a_b}") < formulas.size());
}

TEST_CASE("scripts are smaller, off the base line and apart") {
    Formulas formulas;
    const Box box = formulas.in_text("x_i^2");
    CHECK(y_of(box, "2") < -2);
    CHECK(y_of(box, "i") > 0.5);
    CHECK(Formulas::run_of(box, "2").size < Formulas::run_of(box, "x").size);
    CHECK(formulas.in_text("x^{2}").height > formulas.in_text("x").height);
}

TEST_CASE("sums have their limits under and over them only on a line of their own") {
    Formulas formulas;
    const Box wide = formulas.displayed("\\sum_{i=1}^n"), narrow = formulas.in_text("\\sum_{i}^n");
    CHECK(y_of(wide, "i") > y_of(narrow, "i"));
    CHECK(x_of(wide, "i") <= x_of(wide, "∑"));
    CHECK(x_of(narrow, "i") > x_of(narrow, "∑"));
    CHECK(wide.total() > narrow.total());
}

TEST_CASE("the rule of a root starts at its sign and covers what is under it") {
    Formulas formulas;
    const Box box = formulas.displayed("\\sqrt{x + y}");
    const Ink& rule = Formulas::rule_of(box);
    CHECK(rule.at.x.in_points() == doctest::Approx(x_of(box, "x")));
    CHECK((rule.at.x + std::get<Size>(rule.content).width) == box.width);
    const Box cube = formulas.displayed("\\sqrt[3]{x}");
    CHECK(x_of(cube, "3") < x_of(cube, "√") + 1);
    CHECK(y_of(cube, "3") < 0);
}

TEST_CASE("brackets grow with what they hold, as far as it takes") {
    Formulas formulas;
    const Length plain = formulas.displayed("(x)").total();
    const Length one = formulas.displayed("\\left(\\frac{a}{b}\\right)").total();
    CHECK(one > plain);
    std::string rows = "a";
    for (int i = 0; i < 20; ++i) rows += " \\\\ a";
    const Box tall = formulas.displayed("\\begin{pmatrix}" + rows + "\\end{pmatrix}");
    CHECK(tall.total().in_points() > 20 * 10);
    const auto& sign = Formulas::run_of(tall, "(");
    CHECK(sign.glyphs.size() > 3);
    CHECK(sign.offsets.size() == sign.glyphs.size());
    CHECK(formulas.displayed("\\Bigl( x").total() > formulas.displayed("\\bigl( x").total());
}

TEST_CASE("brackets with nothing to draw are nothing") {
    Formulas formulas;
    CHECK(formulas.displayed("\\left. x \\right.").width == formulas.displayed("x").width);
}

TEST_CASE("cells of a column stand under each other") {
    Formulas formulas;
    const Box cases = formulas.displayed("\\begin{cases} a & x \\\\ b + 1 & y \\end{cases}");
    CHECK(x_of(cases, "x") == doctest::Approx(x_of(cases, "y")));
    CHECK(x_of(cases, "a") == doctest::Approx(x_of(cases, "b")));
    CHECK(y_of(cases, "a") < y_of(cases, "b"));
    const Box aligned =
        formulas.displayed("\\begin{aligned} a + b &= c \\\\ d &< e \\end{aligned}");
    CHECK(x_of(aligned, "=") == doctest::Approx(x_of(aligned, "<")));
    CHECK(x_of(aligned, "d") > x_of(aligned, "a"));
    const Box array =
        formulas.displayed("\\begin{array}{l|r} a & xxx \\\\ \\hline b & y \\end{array}");
    CHECK(x_of(array, "y") > x_of(array, "b"));
    CHECK(std::count_if(array.ink.begin(), array.ink.end(), [](const Ink& ink) {
              return std::holds_alternative<Size>(ink.content);
          }) == 2);
}

TEST_CASE("accents stand over the middle of their letter") {
    Formulas formulas;
    const Box box = formulas.displayed("\\hat{x}");
    CHECK(box.width == formulas.displayed("x").width);
    CHECK(box.height > formulas.displayed("x").height);
    const Box wide = formulas.displayed("\\underbrace{a + b + c + d}_{n}");
    CHECK(wide.depth > formulas.displayed("a").depth);
    CHECK(y_of(wide, "n") > 5);
}

TEST_CASE("no line of a formula is wider than the measure") {
    Formulas formulas;
    std::string sum = "y = a_0";
    for (int i = 0; i < 30; ++i) sum += " + a_{" + std::to_string(i) + "} x";
    std::string matrix = "\\begin{pmatrix} 1";
    for (int i = 0; i < 40; ++i) matrix += " & 1";
    for (const std::string& tex : {sum, sum + " = b", matrix + "\\end{pmatrix}",
                                   std::string("\\text{") + std::string(200, 'm') + "}"}) {
        for (const DisplayLine& line : formulas.lines(tex, 120)) {
            CHECK(line.left >= Length{});
            CHECK(line.left + line.box.width <= Length::points(120));
        }
    }
    CHECK(formulas.lines(sum, 120).size() > 2);
    CHECK(formulas.lines("a = b", 120).size() == 1);
}

TEST_CASE("a long formula in a line of text breaks behind relations and binary signs") {
    Formulas formulas;
    const auto formula =
        set_in_text({"a + b = (c + d) x", formulas.setting.style, {}}, formulas.setting.context);
    REQUIRE(formula);
    const auto& parts = formula->parts;
    REQUIRE(parts.size() == 4);
    CHECK(parts[0].penalty > parts[1].penalty);
    CHECK(parts[1].space > parts[0].space);
}

TEST_CASE("paragraphs hold formulas, which push lines apart only when they are high") {
    Formulas formulas;
    doc::Inlines body = typeset::Setting::plain("la somme ");
    body.push_back({doc::Math{"a + b + c + d + e + f + g = h + i + j + k"}, {}});
    for (const Line& line : formulas.setting.set(body, 60))
        CHECK(right_edge(line) <= Length::points(60) + Length::points(0.01));
    CHECK(extracted(formulas.setting.set(body, 500)) == "la somme a+b+c+d+e+f+g=h+i+j+k");
    body.back().node = doc::Math{"\\frac{\\frac{a}{b}}{c}"};
    const auto lines = formulas.setting.set(body, 500);
    CHECK(lines.front().ascent + lines.front().descent > Length::points(16));
}

TEST_CASE("a command that is not known is set as it is written, the rest as usual") {
    Formulas formulas;
    const Box box = formulas.displayed("\\unknown{x} + 1");
    CHECK(Formulas::ink_of(box, "\\unknown").colour.has_value());
    CHECK_FALSE(Formulas::ink_of(box, "x").colour.has_value());
    CHECK(formulas.setting.diagnostics.all().size() == 1);
}

TEST_CASE("arrows are as long as their words, strokes and frames as what is in them") {
    Formulas formulas;
    const auto width = [&](std::string_view tex) { return formulas.in_text(tex).width; };
    for (const std::string arrow : {"\\xrightarrow", "\\xrightleftharpoons", "\\xlongequal"})
        CHECK(width(arrow + "{abcdefghij}") > width(arrow + "{a}") * 2);
    CHECK(width("\\cancel{ab}") == width("ab"));
    CHECK(width("\\boxed{ab}") > width("ab"));
    CHECK(width("\\phantom{ab}") == width("ab"));
    CHECK(width("\\mathrlap{ab}") == Length{});
    CHECK(formulas.in_text("\\phantom{ab}").ink.empty());
    CHECK(formulas.in_text("\\smash{\\frac12}").height == Length{});
    const Box crossed = formulas.in_text("\\xcancel{ab}");
    const auto strokes = std::count_if(crossed.ink.begin(), crossed.ink.end(), [](const Ink& ink) {
        return std::holds_alternative<Stroke>(ink.content);
    });
    CHECK(strokes == 2);
}

TEST_CASE("tags stand flush right on the lines of their equations, which stay in the middle") {
    Formulas formulas;
    const auto lines =
        formulas.lines("\\begin{align} a &= b \\tag{1} \\\\ c &= d \\tag{2} \\end{align}");
    REQUIRE(lines.size() == 1);
    const Box& box = lines.front().box;
    CHECK(y_of(box, "(1)") == doctest::Approx(y_of(box, "a")));
    CHECK(y_of(box, "(2)") == doctest::Approx(y_of(box, "d")));
    CHECK(x_of(box, "(1)") > 280);
    CHECK(std::abs(x_of(box, "=") - 148) < 12);
}

TEST_CASE("what can't be read stays as its source and is reported") {
    Formulas formulas;
    doc::Inlines body(1);
    body.front().node = doc::Math{"\\frac{x}{"};
    CHECK(extracted(formulas.setting.set(body, 300)) == "\\frac{x}{");
    REQUIRE(formulas.setting.diagnostics.all().size() == 1);
    CHECK(formulas.setting.diagnostics.all().front().kind == Kind::unsupported_math);
}

TEST_CASE("a layout without a font for formulas shows their source") {
    Formulas formulas;
    formulas.setting.sheet.fonts.families[3].files.clear();
    CHECK_FALSE(set_in_text({"x", formulas.setting.style, {}}, formulas.setting.context));
    CHECK(formulas.setting.diagnostics.all().empty());
}

TEST_CASE("hostile formulas end") {
    Formulas formulas;
    const auto reads = [&](const std::string& tex) {
        return set_displayed({tex, formulas.setting.style, {}}, Length::points(300),
                             formulas.setting.context)
            .has_value();
    };
    CHECK_FALSE(reads(std::string(10'000, '{') + std::string(10'000, '}')));
    std::string nested = "x";
    for (int i = 0; i < 40; ++i) nested = "\\left(\\frac{" + nested + "}{\\sqrt{x}}\\right)";
    reads(nested);
    std::string scripts = "x";
    for (int i = 0; i < 24; ++i) scripts = "{" + scripts + "}^{" + std::to_string(i) + "}_a";
    CHECK(reads(scripts));
    std::string cells = "\\begin{matrix}";
    for (int i = 0; i < 2000; ++i) cells += "a & b \\\\";
    CHECK(reads(cells + "\\end{matrix}"));
    for (const char* odd : {"", "{}", "^2", "_2", "\\left.\\right.", "\\begin{matrix}\\end{matrix}",
                            "\\sqrt{}", "\\frac{}{}", "\\hat{}", "\\underbrace{}", "\\text{}",
                            "\\overline{}", "x^{}", "\\big.", "''"})
        CHECK(reads(odd));
}

}  // namespace
}  // namespace triptych::typeset::math
