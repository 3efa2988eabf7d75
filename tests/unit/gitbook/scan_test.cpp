#include <doctest/doctest.h>

#include "gitbook/syntax/conditions.hpp"
#include "gitbook/syntax/emphasis_gaps.hpp"
#include "gitbook/syntax/placeholders.hpp"
#include "gitbook/syntax/scan_tags.hpp"

using namespace triptych;
using namespace triptych::gitbook;

namespace {

MappedText source_of(const std::string& text) {
    MappedText source(FileId{0});
    source.copy(text, 0);
    return source;
}

ScannedText scanned(const std::string& text,
                    const std::map<std::string, std::string>& variables = {}) {
    Diagnostics diagnostics;
    Allowance expanded(100'000);
    return scan_tags(source_of(text), {variables, expanded}, diagnostics);
}

}  // namespace

TEST_CASE("a tag's attributes are read with their places") {
    const std::string text = R"({% embed url="https://x.fr/?a=1&#x26;b={c}" fullWidth=true %})";
    const auto tag = parse_tag(text, FileId{0}, 0);
    REQUIRE(tag);
    CHECK(tag->name == "embed");
    CHECK_FALSE(tag->ends);
    CHECK(attribute(tag->attributes, "url") == "https://x.fr/?a=1&b={c}");
    CHECK(attribute(tag->attributes, "fullWidth") == "true");
    const Span place = attribute_span(tag->attributes, "url", {});
    CHECK(text.substr(place.begin, 8) == "https://");
}

TEST_CASE("a quote left open ends with its tag") {
    const auto tag = parse_tag(R"({% embed url="https://x.fr %} behind)", FileId{0}, 0);
    REQUIRE(tag);
    CHECK(attribute(tag->attributes, "url") == "https://x.fr");
    CHECK(tag->source == R"({% embed url="https://x.fr %})");
}

TEST_CASE("quotation marks of print hold a value as plain ones do") {
    const auto title = [](const std::string& arguments) {
        const auto tag = parse_tag("{% tab " + arguments + " %}", FileId{0}, 0);
        CHECK_FALSE(tag->attributes.front().lacks_marks);
        return std::string(attribute(tag->attributes, "title"));
    };
    CHECK(title("title=“Le portail du fond”") == "Le portail du fond");
    CHECK(title("title=”Le portail” icon=\"door\"") == "Le portail");
    CHECK(title("title=« Le portail »") == "Le portail");
    CHECK(title("title=‘L’allée’") == "L’allée");
    CHECK(title("title=„Das Tor“") == "Das Tor");
    // Not a mark of its end.
    CHECK(title("title=\"Le “grand” portail\"") == "Le “grand” portail");
    CHECK(title("title=“Portail") == "“Portail");
}

TEST_CASE("words without quotation marks are a value up to the next attribute") {
    const auto tag = parse_tag("{% tab title=Le portail du fond icon=door %}", FileId{0}, 0);
    CHECK(attribute(tag->attributes, "title") == "Le portail du fond");
    CHECK(attribute(tag->attributes, "icon") == "door");
    CHECK(tag->attributes[0].lacks_marks);
    CHECK_FALSE(tag->attributes[1].lacks_marks);
    const auto list = parse_tag("{% youtube a=1, b=2 , c=3 %}", FileId{0}, 0);
    CHECK(attribute(list->attributes, "b") == "2");
    CHECK(attribute(list->attributes, "c") == "3");
    // An open mark in each of very many values.
    std::string many = "{% tab";
    for (int i = 0; i < 5000; ++i) many += " a=“x";
    CHECK(parse_tag(many + " %}", FileId{0}, 0)->attributes.size() == 5000);
}

TEST_CASE("what is no tag is left alone") {
    CHECK_FALSE(parse_tag("{% hint", FileId{0}, 0));
    CHECK_FALSE(parse_tag("{% %}", FileId{0}, 0));
    CHECK_FALSE(parse_tag("{% a\n%}", FileId{0}, 0));
    CHECK(scanned("{% hint\n").tags.empty());
}

TEST_CASE("end tags and trimming dashes") {
    CHECK(parse_tag("{% endhint %}", FileId{0}, 0)->ends);
    CHECK(parse_tag("{% endhint %}", FileId{0}, 0)->name == "hint");
    CHECK(parse_tag("{%- set x = 1 -%}", FileId{0}, 0)->name == "set");
}

TEST_CASE("tags alone on their line become placeholders and can be restored") {
    const std::string text = "a\n{% hint %}\nb\n{% endhint %}\n";
    const ScannedText result = scanned(text);
    REQUIRE(result.tags.size() == 2);
    CHECK(result.text.text().find("{%") == std::string_view::npos);
    CHECK(restore_placeholders(result, std::string(result.text.text())) == text);
}

TEST_CASE("placeholders keep the way back to the file") {
    const std::string text = "a\n{% hint %}\nbcd\n";
    const ScannedText result = scanned(text);
    const std::size_t at = result.text.text().find("bcd");
    CHECK(result.text.origin(at + 2) == text.find("bcd") + 2);
    CHECK(result.tags[0].span.begin == 2);
}

TEST_CASE("formulas are taken out, but neither from code nor across code spans") {
    CHECK(scanned("this way$$a_b$$ x").formulas.size() == 1);
    CHECK(scanned("this way$$a_b$$ x").formulas[0].tex == "a_b");
    CHECK(scanned("`$$` and `$$`").formulas.empty());
    CHECK(scanned("```\n$$a$$\n```\n").formulas.empty());
    CHECK(scanned("$$\na\nb\n$$\n").formulas[0].tex == "a\nb");
    CHECK(scanned("$$\na\n\nb\n$$\n").formulas.empty());
    CHECK(scanned("costs $$ only").formulas.empty());
}

TEST_CASE("variables are filled in where they have a value") {
    const std::map<std::string, std::string> variables{{"book.name", "Livre"}};
    CHECK(scanned("{{ book.name }}!", variables).text.text() == "Livre!");
    CHECK(scanned("{{ other }}", variables).text.text() == "{{ other }}");
    CHECK(scanned("{% set x='y' %}\n{{ x }}").text.text() == "\ny");
    Diagnostics diagnostics;
    const Variables none;
    Allowance expanded(100);
    scan_tags(source_of("{{ book.none }}"), {none, expanded}, diagnostics);
    REQUIRE(diagnostics.all().size() == 1);
    CHECK(diagnostics.all()[0].kind == Kind::unknown_variable);
}

TEST_CASE("raw text is not looked into") {
    const ScannedText result =
        scanned("{% raw %}\n{{ x }}\n{% hint %}\n{% endraw %}\n{% hint %}\n", {{"x", "y"}});
    CHECK(result.tags.size() == 1);
    const std::string raw = "{{ x }}\n{" + std::string(emphasis_gap) + "% hint %}\n";
    CHECK(result.text.text().find(raw) != std::string_view::npos);
}

TEST_CASE("block tags that share a line with text are set apart") {
    const ScannedText result = scanned("{% hint style=\"info\" %} text {% endhint %}\n");
    REQUIRE(result.tags.size() == 2);
    CHECK(result.tags[1].ends);
    CHECK(result.text.text().find("text") != std::string_view::npos);
}

TEST_CASE("an open code fence is reported") {
    Diagnostics diagnostics;
    const Variables none;
    Allowance expanded(0);
    scan_tags(source_of("```\nx\n"), {none, expanded}, diagnostics);
    REQUIRE(diagnostics.all().size() == 1);
    CHECK(diagnostics.all()[0].kind == Kind::unclosed_tag);
    CHECK(diagnostics.all()[0].span.end == 3);
}

TEST_CASE("the tag of an integration may go over lines and hold its own marks") {
    const std::string text = "{% @maker/block content=\"a \"b\" c\nd[\"e\"]\" wide=\"true\" %}";
    const auto tag = parse_tag(text, FileId{0}, 0);
    REQUIRE(tag);
    CHECK(tag->name == "@maker/block");
    CHECK(attribute(tag->attributes, "content") == "a \"b\" c\nd[\"e\"]");
    CHECK(attribute(tag->attributes, "wide") == "true");
    const auto end = parse_tag("{% end@maker/block %}", FileId{0}, 0);
    REQUIRE(end);
    CHECK(end->ends);
    CHECK(end->name == "@maker/block");
}

TEST_CASE("expressions join names and quoted strings") {
    const std::map<std::string, std::string> variables{{"a.b", "x"}, {"c", "y"}};
    CHECK(evaluated("a[\"b\"] + ' + ' + c", variables, 100) == "x + y");
    CHECK(evaluated("\"1\"", variables, 100) == "1");
    CHECK_FALSE(evaluated("a.b + d", variables, 100));
    CHECK_FALSE(evaluated("", variables, 100));
}

TEST_CASE("asterisks that emphasis needs a gap beside") {
    CHECK(emphasis_gaps("「強調」", "は").behind);
    CHECK(emphasis_gaps("は", "「強調」").before);
    CHECK_FALSE(emphasis_gaps("は", "は").before);
    CHECK_FALSE(emphasis_gaps("は ", "「").before);
    CHECK_FALSE(emphasis_gaps("L", "'intervention").before);
    CHECK_FALSE(emphasis_gaps("", "「").before);
}

TEST_CASE("single dollar signs are formulas only where GitHub's are asked for") {
    const Variables none;
    const auto formulas = [&](const std::string& text, bool asked) {
        Diagnostics diagnostics;
        Allowance expanded(0);
        return scan_tags(source_of(text), {none, expanded, asked}, diagnostics).formulas;
    };
    CHECK(formulas("On pose $x_i^2$ et $`a_b`$.", false).empty());
    const auto asked = formulas("On pose $x_i^2$ et $`a_b`$.", true);
    REQUIRE(asked.size() == 2);
    CHECK(asked[0].tex == "x_i^2");
    CHECK(asked[1].tex == "a_b");
    CHECK(asked[1].source == "$`a_b`$");
    for (const char* text : {"5$ et 6$", "de $5 à $6", "`$a$`", "\\$a$", "$ a$", "a$b$c", "$$$"})
        CHECK(formulas(text, true).empty());
}

TEST_CASE("what variables put in is bounded, and that is said once") {
    const Variables variables{{"x", std::string(1000, 'a')}};
    Diagnostics diagnostics;
    std::string text;
    for (int i = 0; i < 100; ++i) text += "{{ x }} ";
    Allowance expanded(5000);
    const ScannedText result = scan_tags(source_of(text), {variables, expanded}, diagnostics);
    CHECK(expanded.left() == 0);
    CHECK(result.text.text().size() < 6000);
    CHECK(diagnostics.all().size() == 1);
}

TEST_CASE("variables that double each other stay within the bound of what variables put in") {
    std::string text = "{% set x = 'aaaaaaaa' %}\n";
    for (int i = 0; i < 60; ++i) text += "{% set x = x + x %}\n";
    const ScannedText result = scanned(text + "{{ x }}\n");
    CHECK(result.text.text().size() < 100'000);
}

TEST_CASE("a table that would be filled with far more cells than it has is text") {
    const auto scan = [](std::size_t columns, std::size_t rows, const std::string& row) {
        std::string text = "|";
        for (std::size_t i = 0; i < columns; ++i) text += "a|";
        text += "\n|";
        for (std::size_t i = 0; i < columns; ++i) text += "-|";
        text += '\n';
        for (std::size_t i = 0; i < rows; ++i) text += row;
        Diagnostics diagnostics;
        const Variables none;
        Allowance expanded(0);
        scan_tags(source_of(text), {none, expanded}, diagnostics);
        return diagnostics.all().size();
    };
    CHECK(scan(400, 1000, "|b\n") == 1);
    CHECK(scan(3, 1000, "|b\n") == 0);
    CHECK(scan(20, 5000, "| b | c | d | e | f | g | h | i | j | k | l | m | n | o | p |\n") == 0);
    CHECK(scan(501, 1, "|b\n") == 1);
}
