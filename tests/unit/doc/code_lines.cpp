#include "doc/code_lines.hpp"

#include <doctest/doctest.h>

using namespace triptych;
using namespace triptych::doc;

namespace {

const CodeBlock sample{
    "js", "a.js", "let a;\n\nb(\"c\")",
    true, {3},    {{0, 3, CodePart::keyword}, {8, 9, CodePart::name}, {10, 13, CodePart::string}}};

}  // namespace

TEST_CASE("a listing's lines are made up of its pieces") {
    const auto lines = code_lines(sample);
    REQUIRE(lines.size() == 3);
    REQUIRE(lines[0].pieces.size() == 2);
    CHECK(lines[0].pieces[0].text == "let");
    CHECK(lines[0].pieces[0].part == CodePart::keyword);
    CHECK(lines[0].pieces[1].text == " a;");
    CHECK_FALSE(lines[0].pieces[1].part.has_value());
    CHECK(lines[1].pieces.empty());
    CHECK(lines[2].highlighted);
    CHECK(lines[2].pieces.size() == 4);
    CHECK(code_lines(CodeBlock{"", "", "", false, {}}).size() == 1);
}

TEST_CASE("a listing cut and joined is the same") {
    const auto lines = code_lines(sample);
    const std::span<const CodeLine> all(lines);
    CodeBlock joined = with_lines(sample, all.first(1));
    CHECK(joined.text == "let a;");
    append_lines(joined, with_lines(sample, all.subspan(1)));
    CHECK(joined.text == sample.text);
    CHECK(joined.title == sample.title);
    CHECK(joined.highlighted == sample.highlighted);
    REQUIRE(joined.parts.size() == sample.parts.size());
    for (std::size_t i = 0; i < joined.parts.size(); ++i) {
        CHECK(joined.parts[i].begin == sample.parts[i].begin);
        CHECK(joined.parts[i].end == sample.parts[i].end);
        CHECK(joined.parts[i].part == sample.parts[i].part);
    }
}
