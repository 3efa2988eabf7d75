#include "doc/formula_text.hpp"

#include <doctest/doctest.h>

#include <string>

namespace tex = triptych::doc::tex;

namespace {

std::string line(const std::string& source) {
    const auto parsed = tex::parse(source, tex::Place::own_line);
    REQUIRE(parsed.formula.has_value());
    return triptych::doc::formula_text(*parsed.formula);
}

}  // namespace

TEST_CASE("formulas have a line of text for programs that know none") {
    CHECK(line("x = \\frac{-b \\pm \\sqrt{b^2-4ac}}{2a}") == "x = (−b ± √(b² − 4ac))/(2a)");
    CHECK(line("\\sum_{i=1}^n x_i") == "∑_(i = 1)ⁿxᵢ");
    CHECK(line("\\sqrt[3]{x}") == "³√x");
    CHECK(line("f'(x)") == "f′(x)");
    CHECK(line("e^{ab}") == "e^(ab)");
    CHECK(line("\\sin x") == "sin x");
    CHECK(line("\\begin{pmatrix} a & b \\\\ c & d \\end{pmatrix}") == "(a, b; c, d)");
    CHECK(line("\\begin{align} a &= b \\tag{1} \\end{align}") == "a = b (1)");
    CHECK(line("A \\xrightarrow{f} B") == "A →[f] B");
    CHECK(line("\\ce{SO4^2-}") == "SO₄²⁻");
    CHECK(line("").empty());
}
