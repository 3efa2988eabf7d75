#include "doc/tex.hpp"

#include <doctest/doctest.h>

#include <string>

using namespace triptych::doc::tex;

namespace {

/// The only node of `source`, which must be of the kind asked for.
template <typename Kind>
Kind only(const std::string& source) {
    const auto parsed = parse(source);
    REQUIRE(parsed.formula.has_value());
    REQUIRE(parsed.formula->size() == 1);
    REQUIRE(std::holds_alternative<Kind>(parsed.formula->front().content));
    return std::get<Kind>(parsed.formula->front().content);
}

std::string identifier(const Nodes& nodes) {
    REQUIRE(nodes.size() == 1);
    return std::get<Identifier>(nodes.front().content).text;
}

std::string problem(const std::string& source) { return parse(source).problem.english(); }

}  // namespace

TEST_CASE("letters, numbers and signs") {
    CHECK(only<Identifier>("x").text == "x");
    CHECK_FALSE(only<Identifier>("x").upright);
    CHECK(only<Number>("3.14").text == "3.14");
    CHECK(only<Operator>("-").text == "−");
    CHECK(only<Operator>("(").role == OperatorRole::fence);
    CHECK(only<Operator>("\\leq").text == "≤");
    CHECK(only<Operator>("\\sum").role == OperatorRole::large);
    CHECK(only<Operator>("\\not=").text == "≠");
    CHECK(only<Identifier>("\\alpha").text == "α");
    CHECK(only<Identifier>("\\Omega").upright);
    CHECK(only<Identifier>("\\sin").upright);
    CHECK(parse("12.").formula->size() == 2);
}

TEST_CASE("fractions, roots and binomials") {
    CHECK(identifier(only<Fraction>("\\frac{a}{b}").below) == "b");
    CHECK(identifier(only<Fraction>("\\frac a b").above) == "a");
    CHECK(only<Root>("\\sqrt{x}").degree.empty());
    CHECK(only<Root>("\\sqrt[3]{x}").degree.size() == 1);
    const auto binomial = only<Fenced>("\\binom{n}{k}");
    CHECK_FALSE(std::get<Fraction>(binomial.body.front().content).line);
}

TEST_CASE("scripts take one atom or a group, and stand under and over large signs") {
    const auto scripts = only<Scripts>("x_i^{n+1}");
    CHECK(identifier(scripts.below) == "i");
    CHECK(scripts.above.size() == 3);
    CHECK_FALSE(scripts.limits);
    CHECK(only<Scripts>("\\sum_{i=1}^n").limits);
    CHECK(only<Scripts>("\\lim_{x}").limits);
    CHECK_FALSE(only<Scripts>("\\int_0^1").limits);
    CHECK(only<Scripts>("\\int\\limits_0^1").limits);
    CHECK(only<Scripts>("f''").above.size() == 2);
    CHECK(only<Scripts>("^{1}").base.empty());
    CHECK(parse("x^12").formula->size() == 2);
}

TEST_CASE("words keep their spaces, alphabets their letters") {
    CHECK(only<Words>("\\text{si } ").text == "si ");
    CHECK(only<Words>("\\text{50\\,\\%}").text == "50\u202F%");
    CHECK(only<Identifier>("\\mathbb{R}").text == "ℝ");
    CHECK(only<Identifier>("\\mathrm{max}").text == "max");
    CHECK(only<Identifier>("\\operatorname{rang}").upright);
}

TEST_CASE("brackets, matrices and cases") {
    const auto fenced = only<Fenced>("\\left( x \\right.");
    CHECK(fenced.open == "(");
    CHECK(fenced.close.empty());
    const auto matrix = only<Matrix>("\\begin{pmatrix} a & b \\\\ c & d \\\\ \\end{pmatrix}");
    CHECK(matrix.open == "(");
    CHECK(matrix.rows.size() == 2);
    CHECK(matrix.rows[1].size() == 2);
    const auto cases = only<Matrix>("\\begin{cases} 1 & x > 0 \\\\ 0 \\end{cases}");
    CHECK(cases.kind == MatrixKind::cases);
    CHECK(cases.close.empty());
    CHECK(only<Matrix>("\\begin{array}{cc} a & b \\end{array}").rows.front().size() == 2);
}

TEST_CASE("what sets the size is kept") {
    CHECK(only<Operator>("\\Bigl[").size == 2);
    CHECK(only<Operator>("\\big|").text == "|");
    CHECK(only<Styled>("\\displaystyle a + b").body.size() == 3);
    const auto small = only<Group>("\\tfrac12");
    CHECK(std::get<Styled>(small.body.front().content).level == StyleLevel::text);
    CHECK(only<Accent>("\\widehat{ab}").wide);
    CHECK_FALSE(only<Accent>("\\hat a").wide);
    CHECK(only<Identifier>("\\sin").function);
    CHECK_FALSE(only<Identifier>("\\mathrm{sin}").function);
    CHECK(only<Words>("\\textbf{a}").bold);
}

TEST_CASE("arrays say their columns and rules") {
    const auto array =
        only<Matrix>("\\begin{array}{l|c} a & b \\\\[2pt] \\hline c & d \\\\ \\hline \\end{array}");
    CHECK(array.columns == "l|c");
    CHECK(array.rows.size() == 2);
    CHECK(array.rules == std::vector<std::uint32_t>{1, 2});
}

TEST_CASE("signs typed as themselves are what their commands stand for") {
    CHECK(only<Operator>("≤").role == OperatorRole::ordinary);
    CHECK_FALSE(only<Identifier>("α").upright);
    CHECK(only<Identifier>("é").upright);
    CHECK(only<Identifier>("\\boldsymbol{\\beta}").text == "𝜷");
}

TEST_CASE("a broken structure is named, and nothing is taken apart without end") {
    CHECK(problem("\\frac{1}{2") == "its end");
    CHECK(problem("a } b") == "'}'");
    CHECK(problem("x^") == "its end");
    CHECK(problem("x^^2") == "'^'");
    CHECK(problem("\\left( x") == "'\\left'");
    CHECK(problem("\\begin{matrix} a \\end{cases}") == "'\\begin{matrix}'");
    CHECK(problem("\\text") == "'\\text'");
    CHECK(problem("a & b") == "'&'");
    CHECK(problem(std::string(100'000, '{')) == "'{'");
    std::string hats;
    for (int i = 0; i < 10'000; ++i) hats += "\\hat";
    CHECK_FALSE(problem(hats).empty());
    CHECK(parse("").formula->empty());
}

TEST_CASE("what is not known costs itself only, and is told with its place") {
    const std::string source = "a + \\foo{b}";
    const auto parsed = parse(source);
    REQUIRE(parsed.formula.has_value());
    CHECK(parsed.formula->size() == 4);
    CHECK(std::get<Unread>((*parsed.formula)[2].content).source == "\\foo");
    REQUIRE(parsed.unread.size() == 1);
    CHECK(parsed.unread.front().offset == 4);
    CHECK(parsed.unread.front().length == 4);
    CHECK(parse("100 %").unread.size() == 1);
    CHECK(parse("\\").unread.size() == 1);
    CHECK(parse("\\begin{tikz} a & b \\end{tikz}").unread.size() == 1);
    CHECK(parse("\\text{a \\foo b}").unread.size() == 1);
    CHECK(parse("\\ref{there}").unread.size() == 1);
    CHECK(parse("\\href{https://a.example}{x}").unread.size() == 1);
}
