#include <set>

#include <doctest/doctest.h>

#include <triptych/diagnostics.hpp>

using namespace triptych;

namespace {

Span span(FileId file, std::uint32_t begin, std::uint32_t end) { return {file, begin, end}; }

}  // namespace

TEST_CASE("every kind has a slug of its own") {
    std::set<std::string_view> slugs;
    for (const Kind kind : all_kinds()) {
        CHECK(slug(kind).find_first_not_of("abcdefghijklmnopqrstuvwxyz0123456789-") ==
              std::string_view::npos);
        CHECK(slugs.insert(slug(kind)).second);
    }
    CHECK(slug(Kind::broken_link) == "broken-link");
    CHECK(severity(Kind::heading_jump) == Severity::note);
}

TEST_CASE("places are lines and columns in code points") {
    Sources sources;
    const FileId file = sources.add("a.md", "un\r\ndéjà vu\n\nfin");
    const auto line = [&](std::uint32_t at) { return sources.locate(span(file, at, at)); };
    CHECK(line(0).line == 1);
    CHECK(line(0).source_line == "un");
    CHECK(line(3).line == 1);
    CHECK(line(11).line == 2);
    CHECK(line(11).column == 6);
    CHECK(line(11).source_line == "déjà vu");
    CHECK(line(14).line == 3);
    CHECK(line(14).source_line.empty());
    CHECK(line(18).column == 4);
    CHECK(line(1000).line == 4);
    CHECK(sources.locate({}).file.empty());
    CHECK(sources.locate({}).line == 0);
    CHECK(sources.name(FileId{7}).empty());
    CHECK(sources.text(file).size() == 18);
}

TEST_CASE("an empty file has one empty line") {
    Sources sources;
    const Location place = sources.locate(span(sources.add("a.md", ""), 0, 0));
    CHECK(place.line == 1);
    CHECK(place.column == 1);
}

TEST_CASE("a finding prints like a compiler's") {
    Sources sources;
    const FileId file = sources.add("content/page.md", "Voir [là](nulle-part.md).\n");
    const Diagnostic finding{Kind::broken_link, span(file, 11, 24),
                             Message::verbatim("no page nulle-part.md"),
                             Message::verbatim("check the path")};
    CHECK(to_text(finding, sources) ==
          "content/page.md:1:11: warning[broken-link]: no page nulle-part.md\n"
          " Voir [là](nulle-part.md).\n"
          "           ^~~~~~~~~~~~~\n"
          "  hint: check the path\n");
}

TEST_CASE("a finding without a place prints its wording alone") {
    CHECK(to_text({Kind::unreadable_source, {}, Message::verbatim("no such folder"), Message()},
                  Sources{}) == "error[unreadable-source]: no such folder\n");
}

TEST_CASE("wide letters and tabs keep the caret in place") {
    Sources sources;
    const FileId file = sources.add("a.md", "\t日本 x");
    CHECK(to_text({Kind::unknown_tag, span(file, 8, 9), Message::verbatim("m"), Message()},
                  sources) ==
          "a.md:1:5: warning[unknown-tag]: m\n"
          "  日本 x\n"
          "       ^\n");
}

TEST_CASE("a very long line is clipped around the caret") {
    Sources sources;
    const FileId file = sources.add("a.md", std::string(5000, 'a') + "X" + std::string(5000, 'b'));
    const std::string shown = to_text(
        {Kind::unknown_tag, span(file, 5000, 5001), Message::verbatim("m"), Message()}, sources);
    CHECK(shown.size() < 300);
    CHECK(shown.find("…" + std::string(40, 'a') + "X" + std::string(59, 'b') + "…\n") !=
          std::string::npos);
    CHECK(shown.find("\n" + std::string(42, ' ') + "^\n") != std::string::npos);
}

TEST_CASE("control characters of the source never reach the terminal") {
    Sources sources;
    const FileId file = sources.add("a.md", "\x1B[31mred\a");
    const std::string shown =
        to_text({Kind::unknown_tag, span(file, 0, 1), Message::verbatim("bad \x1B[0m"),
                 Message::verbatim("hint\x07")},
                sources);
    CHECK(shown.find('\x1B') == std::string::npos);
    CHECK(shown.find('\a') == std::string::npos);
}

TEST_CASE("a span that begins at the end of its line has a caret behind it") {
    Sources sources;
    const FileId file = sources.add("a.md", "abc\n");
    CHECK(to_text({Kind::unclosed_tag, span(file, 3, 3), Message::verbatim("m"), Message()},
                  sources) == "a.md:1:4: warning[unclosed-tag]: m\n abc\n    ^\n");
}

TEST_CASE("findings are sorted by place and freed of repetitions") {
    Diagnostics findings;
    findings.report(Kind::broken_link, span(FileId{1}, 5, 6), Message::verbatim("b"));
    findings.report(Kind::unreadable_source, {}, Message::verbatim("z"));
    Diagnostics more;
    more.report(Kind::broken_link, span(FileId{0}, 9, 10), Message::verbatim("a"));
    more.report(Kind::broken_link, span(FileId{1}, 5, 6), Message::verbatim("b"));
    CHECK_FALSE(more.has_errors());
    findings.append(std::move(more));
    CHECK(findings.has_errors());
    CHECK(findings.all().size() == 4);
    findings.sort_and_deduplicate();
    REQUIRE(findings.all().size() == 3);
    CHECK(findings.all()[0].message.english() == "a");
    CHECK(findings.all()[1].message.english() == "b");
    CHECK(findings.all()[2].message.english() == "z");
}
