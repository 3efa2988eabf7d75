#include "gitbook/book/summary.hpp"

#include <doctest/doctest.h>

using namespace triptych;
using namespace triptych::gitbook;

namespace {

Summary summary_of(std::string_view text) {
    Diagnostics diagnostics;
    Summary summary = parse_summary(text, FileId{0}, diagnostics);
    CHECK(diagnostics.all().empty());
    return summary;
}

}  // namespace

TEST_CASE("a SUMMARY has parts, nested entries and labels") {
    const Summary summary = summary_of(
        "# Table of contents\n\n"
        "* [👋 Bienvenue](README.md)\n\n"
        "## CADRER <a href=\"#cadrer\" id=\"cadrer\"></a>\n\n"
        "* [Équipe](roles/README.md \"L’équipe\")\n"
        "  * [Designer](<roles/designer (1).md>)\n"
        "    * [Outils \\[beta\\]](roles/outils.md#haut)\n"
        "* [Site](https://example.org/)\n");
    CHECK(summary.title == "Table of contents");
    REQUIRE(summary.parts.size() == 2);
    CHECK(summary.parts[0].title == "");
    CHECK(summary.parts[0].items[0].title == "👋 Bienvenue");
    CHECK(summary.parts[1].title == "CADRER");
    const auto& items = summary.parts[1].items;
    REQUIRE(items.size() == 4);
    CHECK(items[0].label == "L’équipe");
    CHECK(items[1].destination == "roles/designer (1).md");
    CHECK(items[1].depth == 1);
    CHECK(items[2].title == "Outils [beta]");
    CHECK(items[2].destination == "roles/outils.md#haut");
    CHECK(items[2].depth == 2);
    CHECK(items[3].destination == "https://example.org/");
    CHECK(items[3].depth == 0);
}

TEST_CASE("a part may be a link and an entry may have none") {
    const Summary summary =
        summary_of("## [Guide](guide/README.md)\n\n- Les métiers\n  - [A](a.md)\n");
    REQUIRE(summary.parts.size() == 1);
    CHECK(summary.parts[0].title == "Guide");
    const auto& items = summary.parts[0].items;
    REQUIRE(items.size() == 3);
    CHECK(items[0].destination == "guide/README.md");
    CHECK(items[1].title == "Les métiers");
    CHECK(items[1].destination == "");
    CHECK(items[2].depth == 1);
}

TEST_CASE("a thematic break begins a part without a title") {
    const Summary summary = summary_of("* [A](a.md)\n\n***\n\n* [B](b.md)\n\n---\n");
    REQUIRE(summary.parts.size() == 2);
    CHECK(summary.parts[1].title == "");
    CHECK(summary.parts[1].items[0].title == "B");
}

TEST_CASE("spaces in a path do not hide the link") {
    const Summary summary = summary_of("* [Un titre](un dossier/ma page.md)\n");
    REQUIRE(summary.parts.size() == 1);
    CHECK(summary.parts[0].items[0].title == "Un titre");
    CHECK(summary.parts[0].items[0].destination == "un dossier/ma page.md");
}

TEST_CASE("HonKit's explicit ids are no part of a title") {
    CHECK(summary_of("# 目次 {#summary}\n\n* [A](a.md)\n").title == "目次");
}

TEST_CASE("an entry that says nothing is reported with its place") {
    Diagnostics diagnostics;
    const Summary summary =
        parse_summary("* [A](a.md)\n* ```yaml\n  type: x\n  ```\n", FileId{3}, diagnostics);
    REQUIRE(diagnostics.all().size() == 1);
    CHECK(diagnostics.all()[0].kind == Kind::summary_entry);
    CHECK(diagnostics.all()[0].span.file == FileId{3});
    CHECK(diagnostics.all()[0].span.begin == 12);
    CHECK(summary.parts[0].items.size() == 1);
}

TEST_CASE("an empty SUMMARY has no parts") { CHECK(summary_of("").parts.empty()); }
