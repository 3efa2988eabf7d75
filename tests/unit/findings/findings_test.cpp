#include <string>

#include <doctest/doctest.h>

#include <triptych/findings.hpp>

using namespace triptych;

namespace {

constexpr const char* page = "# Guide\n\n[a](x.md) et [b](x.md)\n\n日本 한국\n";

/// Two links to one missing file, a jump of levels, and three characters without a glyph.
struct Example {
    Sources sources;
    FileId file = sources.add("guide/page.md", page);
    Diagnostics diagnostics;

    Example() {
        diagnostics.report(Kind::heading_jump, {file, 0, 7},
                           Message::verbatim("heading of level 1"));
        diagnostics.report(Kind::broken_link, {file, 9, 18}, Message::verbatim("no file 'x.md'"),
                           Message::verbatim("correct the path"));
        diagnostics.report(Kind::broken_link, {file, 22, 31}, Message::verbatim("no file 'x.md'"),
                           Message::verbatim("correct the path"));
        for (const char* character : {"U+65E5", "U+672C"})
            diagnostics.report({Kind::missing_glyph,
                                {file, 33, 39},
                                Message::verbatim(std::string("no font has ") + character),
                                Message::verbatim("add a font"),
                                Message::verbatim("no font here has Japanese")});
    }
};

std::string told(const Example& example, FindingsFormat format) {
    return tell(fold(example.diagnostics, {}), example.sources, {format, false, "guide"});
}

}  // namespace

TEST_CASE("findings with one cause are told in one, and notes in a line a kind") {
    Example example;
    for (int i = 0; i < 3; ++i)
        example.diagnostics.report(Kind::heading_jump, {example.file, 1, 2},
                                   Message::verbatim(std::to_string(i)));
    CHECK(
        told(example, FindingsFormat::text) ==
        "guide/page.md:3:1: warning[broken-link]: no file 'x.md' (2 times, first here)\n"
        " [a](x.md) et [b](x.md)\n"
        " ^~~~~~~~~\n"
        "  hint: correct the path\n"
        "  also at guide/page.md:3:14\n"
        "guide/page.md:5:1: warning[missing-glyph]: no font here has Japanese: 2 characters, first "
        "here\n"
        " 日本 한국\n"
        " ^^~~\n"
        "  hint: add a font\n"
        "  U+65E5, U+672C\n"
        "guide/page.md:1:1: note[heading-jump]: heading of level 1 (and 3 more of this kind; "
        "--verbose shows all)\n");
    CHECK(summary_of(fold(example.diagnostics, {})) ==
          "      2  warning  broken-link\n"
          "      2  warning  missing-glyph\n"
          "      4  note     heading-jump\n"
          "0 errors, 4 warnings, 4 notes\n");
}

TEST_CASE("a character that is missing in many places is told once") {
    Diagnostics diagnostics, of_slides;
    diagnostics.report({Kind::missing_glyph,
                        {},
                        Message::verbatim("U+65E5"),
                        Message(),
                        Message::verbatim("no font here has Japanese")});
    of_slides.report({Kind::missing_glyph,
                      {FileId{0}, 4, 5},
                      Message::verbatim("U+65E5"),
                      Message(),
                      Message::verbatim("no font here has Japanese")});
    diagnostics.append(of_slides);
    REQUIRE(diagnostics.all().size() == 1);
    CHECK(diagnostics.all().front().span.file == FileId{0});
    CHECK(fold(diagnostics, {}).all.front().message.english() == "U+65E5");
}

TEST_CASE("one place is quoted once") {
    Example example;
    example.diagnostics.report(Kind::broken_anchor, {example.file, 9, 18},
                               Message::verbatim("no place"));
    const std::string text = told(example, FindingsFormat::text);
    const std::string line = "\n [a](x.md) et [b](x.md)\n";
    CHECK(text.find(line) != std::string::npos);
    CHECK(text.find(line, text.find(line) + 1) == std::string::npos);
}

TEST_CASE("a book silences kinds and gives them other severities") {
    Example example;
    const Findings findings = fold(example.diagnostics, {{Kind::missing_glyph, std::nullopt},
                                                         {Kind::broken_link, Severity::error}});
    REQUIRE(findings.all.size() == 2);
    CHECK(findings.all[1].severity == Severity::error);
    CHECK(findings.silenced == 2);
    CHECK(summary_of(findings).ends_with("2 errors, 0 warnings, 1 note; 2 silenced by the book\n"));
}

TEST_CASE("a baseline knows findings whose lines have moved") {
    const Example before;
    const std::string baseline = baseline_of(before.diagnostics, before.sources);
    Sources sources;
    const std::string moved = std::string("\n\n\n") + page + "[c](y.md)";
    const FileId file = sources.add("guide/page.md", moved);
    const auto last = static_cast<std::uint32_t>(moved.size() - 9);
    Diagnostics diagnostics;
    diagnostics.report(Kind::broken_link, {file, 12, 21}, Message::verbatim("no file 'x.md'"));
    diagnostics.report(Kind::broken_link, {file, last, last + 9},
                       Message::verbatim("no file 'y.md'"));
    const auto compared = compare(diagnostics, sources, baseline);
    REQUIRE(compared);
    CHECK(compared->accepted == 1);
    CHECK(compared->gone == 4);
    REQUIRE(compared->fresh.all().size() == 1);
    CHECK(compared->fresh.all().front().message.english() == "no file 'y.md'");
}

TEST_CASE("a baseline accepts so many findings as it holds, and no error") {
    Example example;
    example.diagnostics.report(Kind::unreadable_font, {}, Message::verbatim("no font"));
    const std::string baseline = baseline_of(example.diagnostics, example.sources);
    CHECK(compare(example.diagnostics, example.sources, baseline)->fresh.all().size() == 1);
    example.diagnostics.report(Kind::broken_link, {example.file, 9, 18},
                               Message::verbatim("no file 'x.md'"));
    CHECK(compare(example.diagnostics, example.sources, baseline)->fresh.all().size() == 2);
    CHECK_FALSE(compare({}, {}, "{}"));
    CHECK_FALSE(compare({}, {}, "[1"));
    CHECK_FALSE(compare({}, {}, "{\"findings\": [3]}"));
}

TEST_CASE("of a kind so many are kept, and the number of the others is known") {
    Sources sources;
    const FileId file = sources.add("a.md", std::string(20'000, 'x'));
    Diagnostics diagnostics, of_other_output;
    for (std::uint32_t i = 0; i < 12'000; ++i) {
        diagnostics.report(Kind::broken_link, {file, i, i + 1}, Message::verbatim("no file"));
        of_other_output.report(Kind::broken_link, {file, i, i + 1}, Message::verbatim("no file"));
    }
    CHECK(diagnostics.left_out(Kind::broken_link) == 2'000);
    diagnostics.append(of_other_output);
    diagnostics.sort_and_deduplicate();
    CHECK(diagnostics.all().size() == Diagnostics::most_of_a_kind);
    CHECK(diagnostics.left_out(Kind::broken_link) == 2'000);
    const Findings findings = fold(diagnostics, {});
    CHECK(tell(findings, sources, {FindingsFormat::text, true, {}}).size() < 10'000);
    CHECK(summary_of(findings).starts_with("  12000  warning  broken-link\n"));
}

TEST_CASE("texts of findings are clipped") {
    Diagnostics diagnostics;
    diagnostics.report(Kind::broken_link, {}, Message::verbatim(std::string(599, 'a') + "éé"),
                       Message::verbatim(std::string(9'000, 'b')));
    CHECK(diagnostics.all().front().message.english() == std::string(599, 'a') + "…");
    CHECK(diagnostics.all().front().hint.english().size() == Diagnostics::longest_text + 3);
}

TEST_CASE("JSON has an object a cause") {
    const std::string json = told(Example(), FindingsFormat::json);
    CHECK(json.find(R"({"file":"guide/page.md","line":3,"column":1,"severity":"warning",)"
                    R"("kind":"broken-link","message":"no file 'x.md'","hint":"correct the path",)"
                    R"("count":2,"also":[{"file":"guide/page.md","line":3,"column":14}]})") !=
          std::string::npos);
    CHECK(tell({}, {}, {FindingsFormat::json, false, {}}) == "[]\n");
}

TEST_CASE("commands for GitHub are escaped") {
    Sources sources;
    const FileId file = sources.add("a:b,c.md", "x\n");
    Diagnostics diagnostics;
    diagnostics.report(Kind::broken_link, {file, 0, 1}, Message::verbatim("100 %\n::error::"),
                       Message::verbatim("h"));
    CHECK(tell(fold(diagnostics, {}), sources, {FindingsFormat::github, false, {}}) ==
          "::warning file=a%3Ab%2Cc.md,line=1,endLine=1,col=1,endColumn=2,title=broken-link::100 "
          "%25%0A::error::; h\n");
}

TEST_CASE("JSON is escaped and repaired") {
    Sources sources;
    const FileId file = sources.add("a \"b\".md", "x");
    Diagnostics diagnostics;
    diagnostics.report(Kind::broken_link, {file, 0, 1}, Message::verbatim("tab\t\xFF\x01"),
                       Message::verbatim("back\\slash"));
    CHECK(tell(fold(diagnostics, {}), sources, {FindingsFormat::json, false, {}}) ==
          R"([
 {"file":"a \"b\".md","line":1,"column":1,"severity":"warning","kind":"broken-link",)"
          R"("message":"tab\t�\u0001","hint":"back\\slash","count":1}
]
)");
}
