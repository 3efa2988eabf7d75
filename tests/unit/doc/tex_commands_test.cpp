#include "doc/tex.hpp"

#include <doctest/doctest.h>

#include <string>

using namespace triptych::doc::tex;
using triptych::doc::MarkColour;

namespace {

/// The nodes of `source`, nothing of which is left unread.
Nodes read_whole(const std::string& source, Place place = Place::own_line) {
    auto parsed = parse(source, place);
    REQUIRE_MESSAGE(parsed.formula.has_value(), source, ": ", parsed.problem);
    for (const auto& problem : parsed.unread) FAIL_CHECK(source, ": ", problem.message);
    return std::move(*parsed.formula);
}

template <typename Kind>
Kind lone(const std::string& source) {
    const auto nodes = read_whole(source);
    REQUIRE_MESSAGE(nodes.size() == 1, source);
    REQUIRE_MESSAGE(std::holds_alternative<Kind>(nodes.front().content), source);
    return std::get<Kind>(nodes.front().content);
}

std::string text_of(const Nodes& nodes) {
    std::string text;
    for (const auto& node : nodes) {
        if (const auto* one = std::get_if<Identifier>(&node.content)) text += one->text;
        if (const auto* one = std::get_if<Operator>(&node.content)) text += one->text;
        if (const auto* one = std::get_if<Number>(&node.content)) text += one->text;
        if (const auto* one = std::get_if<Words>(&node.content)) text += one->text;
        for_each_row(node, [&](const Nodes& row) { text += text_of(row); });
    }
    return text;
}

}  // namespace

TEST_CASE("signs of all classes have their commands") {
    CHECK(lone<Operator>("\\preceq").text == "⪯");
    CHECK(lone<Operator>("\\nmid").text == "∤");
    CHECK(lone<Operator>("\\Longrightarrow").text == "⟹");
    CHECK(lone<Operator>("\\hookrightarrow").text == "↪");
    CHECK(lone<Operator>("\\lt").text == "<");
    CHECK(lone<Operator>("≼").text == "≼");
    CHECK(lone<Identifier>("\\square").text == "□");
    CHECK(lone<Operator>("\\llbracket").role == OperatorRole::fence);
    CHECK(lone<Operator>("\\biguplus").role == OperatorRole::large);
    CHECK(lone<Operator>("\\oiint").role == OperatorRole::integral);
    CHECK(lone<Identifier>("\\coth").function);
    CHECK(lone<Classed>("\\mathbin{\\#}").kind == SignClass::binary);
    CHECK(lone<Classed>("\\colon").kind == SignClass::punctuation);
    CHECK(lone<Scripts>("\\mathop{A}_i").limits);
    CHECK(text_of(read_whole("\\Bbb{R}\\frak{g}{\\bf x}{\\cal L}")) == "ℝ𝔤𝐱ℒ");
}

TEST_CASE("remainders stand off from what they belong to") {
    const auto nodes = read_whole("a \\pmod{n}");
    REQUIRE(nodes.size() == 7);
    CHECK(std::get<Space>(nodes[1].content).width == 1000);
    CHECK(std::get<Space>(read_whole("a \\pmod n", Place::in_line)[1].content).width == 444);
    CHECK(text_of(nodes) == "a(modn)");
    CHECK(text_of(read_whole("a \\bmod b \\mod c \\pod d")) == "amodbmodc(d)");
}

TEST_CASE("infix signs take the row apart") {
    CHECK(lone<Fraction>("a + b \\over c").line);
    const auto choose = lone<Fenced>("n \\choose k");
    CHECK(choose.open == "(");
    CHECK_FALSE(std::get<Fraction>(choose.body.front().content).line);
    CHECK(text_of(lone<Group>("{a \\over b} ").body) == "ab");
    CHECK_FALSE(lone<Group>("\\genfrac{[}{]}{0pt}{1}{n}{k}").body.empty());
}

TEST_CASE("arrows carry words, boxes and strokes enclose") {
    const auto arrow = lone<Arrow>("\\xrightarrow[b]{a}");
    CHECK(arrow.sign == "→");
    CHECK(text_of(arrow.above) == "a");
    CHECK(text_of(arrow.below) == "b");
    CHECK(lone<Enclosed>("\\boxed{x}").frame);
    CHECK(lone<Enclosed>("\\fbox{x}").frame);
    CHECK(lone<Enclosed>("\\cancel{x}").rising);
    CHECK(lone<Enclosed>("\\bcancel{x}").falling);
    CHECK(lone<Enclosed>("\\xcancel{x}").falling);
    CHECK_FALSE(lone<Padded>("\\phantom{x}").shown);
    CHECK_FALSE(lone<Padded>("\\vphantom{x}").width);
    CHECK(lone<Padded>("\\mathrlap{x}").lap == Lap::right);
    CHECK_FALSE(lone<Padded>("\\smash{x}").height);
}

TEST_CASE("colours are those of marked text, by name or by hue") {
    CHECK(lone<Coloured>("\\textcolor{red}{x}").colour == MarkColour::red);
    CHECK(lone<Coloured>("\\textcolor{#00f}{x}").colour == MarkColour::blue);
    CHECK(lone<Coloured>("\\textcolor{#1a7f37}{x}").colour == MarkColour::green);
    CHECK(lone<Coloured>("\\textcolor{black}{x}").colour == MarkColour::none);
    CHECK(lone<Coloured>("\\textcolor{ForestGreen}{x}").colour == MarkColour::green);
    CHECK(lone<Coloured>("\\color{gray} x + y").body.size() == 3);
    CHECK(lone<Coloured>("\\colorbox{yellow}{word}").ground);
}

TEST_CASE("lengths are in ems, whatever their unit") {
    const auto width = [](const std::string& source) { return lone<Space>(source).width; };
    CHECK(width("\\hspace{1.5em}") == 1500);
    CHECK(width("\\hspace*{-10pt}") == -1000);
    CHECK(width("\\kern18mu") == 1000);
    CHECK(width("\\mskip9mu") == 500);
    CHECK(lone<Sized>("\\large x").percent == 120);
    CHECK(parse("\\hspace{wide}").unread.size() == 1);
    CHECK(width("\\hspace{999999em}") == 40'000);
}

TEST_CASE("circles, verbatim words and choices are read") {
    CHECK(text_of(read_whole("\\textcircled{3}\\textcircled b")) == "③ⓑ");
    CHECK(lone<Fenced>("\\textcircled{ab}").open == "(");
    CHECK(lone<Words>("\\verb|a_{b}|").text == "a_{b}");
    CHECK(text_of(read_whole("\\mathchoice{a}{b}{c}{d}")) == "a");
    CHECK(text_of(read_whole("\\mathchoice{a}{b}{c}{d}", Place::in_line)) == "b");
    CHECK(lone<Accent>("\\'e").mark == "´");
    CHECK(lone<Scripts>("\\operatornamewithlimits{ess}_x").limits);
}

TEST_CASE("words are read as text, with formulas, accents and signs") {
    CHECK(text_of(read_whole("\\text{a $x^2$ b}")) == "a x2 b");
    CHECK(text_of(read_whole("\\text{\\'el\\`eve \\oe{} \\textdollar}")) == "élève œ $");
    CHECK(text_of(read_whole("\\text a b")) == "ab");
    CHECK(lone<Identifier>("\\operatorname{arg\\,max}").text == "arg\u202Fmax");
}

TEST_CASE("lines, tags and labels stand in rows") {
    CHECK(lone<Matrix>("a \\\\ b").rows.size() == 2);
    CHECK(read_whole("a \\\\ b", Place::in_line).size() == 3);
    const auto tagged = lone<Matrix>("a = b \\tag{1}");
    CHECK(tagged.tags == std::vector<std::string>{"(1)"});
    CHECK(lone<Matrix>("a \\tag*{A}").tags.front() == "A");
    CHECK(lone<Matrix>("\\begin{align} a \\tag{x} \\\\ b \\end{align}").tags.size() == 2);
    const auto rows = parse("\\begin{align} a \\\\ b \\notag \\\\ c \\end{align}", Place::own_line);
    CHECK(rows.rows.size() == 2);
    CHECK(parse("\\begin{align*} a \\\\ b \\end{align*}", Place::own_line).rows.empty());
    CHECK(lone<Scripts>("\\sum_{\\substack{a \\\\ b}}").limits);
    CHECK(lone<Matrix>("\\begin{pmatrix*}[r] a \\end{pmatrix*}").columns.front() == 'r');
}

TEST_CASE("comments are not read, a percent at the end is no comment") {
    CHECK(text_of(read_whole("a % note\n + b")) == "a+b");
    CHECK(parse("100 %").unread.size() == 1);
}

TEST_CASE("macros hold to the end of their group") {
    CHECK(text_of(read_whole("\\def\\R{\\mathbb{R}} \\R")) == "ℝ");
    CHECK(text_of(read_whole("\\newcommand{\\two}[2]{#2 #1} \\two{a}{b}")) == "ba");
    CHECK(text_of(read_whole("\\newcommand{\\u}[2][m]{#2#1} \\u5 \\u[s]3")) == "5m3s");
    CHECK(text_of(read_whole("\\renewcommand\\R{r} \\R")) == "r");
    CHECK(text_of(read_whole("\\let\\eps=\\varepsilon \\eps")) == "ε");
    CHECK(text_of(read_whole("\\def\\v#1{\\alpha#1} \\v b")) == "αb");
    CHECK(parse("{\\def\\x{1} \\x} \\x").unread.size() == 1);
}

TEST_CASE("macros are bounded by the length of the formula") {
    CHECK_FALSE(parse("\\def\\x{\\x\\x} \\x").unread.empty());
    std::string bomb = "\\def\\a{xxxxxxxxxx}";
    for (char c = 'b'; c <= 'z'; ++c) {
        const char before = static_cast<char>(c - 1);
        bomb += std::string("\\def\\") + c + "{";
        for (int i = 0; i < 10; ++i) bomb += std::string("\\") + before;
        bomb += "}";
    }
    const auto parsed = parse(bomb + "\\z");
    CHECK_FALSE(parsed.unread.empty());
    REQUIRE(parsed.formula.has_value());
    CHECK(parsed.formula->size() < 40'000);
}

TEST_CASE("a macro that may have an option does not read those behind it") {
    std::string source = "\\newcommand\\a[1][x]{y#1}";
    for (int i = 0; i < 100'000; ++i) source += "\\a";
    const auto formula = read_whole(source + "[z]");
    CHECK(formula.size() == 200'000);
    CHECK(text_of({formula.back()}) == "z");
}

TEST_CASE("rows of unlike lengths make no more cells than the formula answers for") {
    const auto matrix = [](std::size_t columns, std::size_t rows) {
        std::string source = "\\begin{matrix}" + std::string(columns, '&');
        for (std::size_t i = 0; i < rows; ++i) source += "\\\\ 1";
        return parse(source + "\\end{matrix}");
    };
    CHECK(matrix(60, 60).formula.has_value());
    CHECK_FALSE(matrix(10'000, 10'000).formula.has_value());
}

TEST_CASE("commands in words and in chemistry go on where the last one ended") {
    CHECK(text_of(read_whole("\\text{\\o\\'{e}\\textbf{x\\ae} \\oe}")) == "øéxæ œ");
    CHECK(text_of(read_whole("\\ce{\\mathrm{H}_2\\mathbf{O}{} \\alpha}")) == "H2𝐎α");
}

TEST_CASE("chemistry tells numbers of atoms from numbers of molecules") {
    const auto water = read_whole("\\ce{2H2O}");
    CHECK(text_of(water) == "2H2O");
    const auto scripts = lone<Scripts>("\\ce{SO4^2-}");
    CHECK(text_of(scripts.below) == "4");
    CHECK(text_of(scripts.above) == "2−");
    const auto reaction = lone<Group>("\\ce{A <=>[k] B v}");
    CHECK(std::get<Arrow>(reaction.body[1].content).sign == "⇌");
    CHECK(text_of(reaction.body) == "AkB↓");
}
