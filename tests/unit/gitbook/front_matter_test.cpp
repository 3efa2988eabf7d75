#include "gitbook/book/front_matter.hpp"

#include <doctest/doctest.h>

using namespace triptych;
using namespace triptych::gitbook;

namespace {

FrontMatter parse(std::string_view text, std::size_t findings = 0) {
    Diagnostics diagnostics;
    FrontMatter front = parse_front_matter(text, FileId{0}, diagnostics);
    CHECK(diagnostics.all().size() == findings);
    return front;
}

}  // namespace

TEST_CASE("front matter is read and the body begins behind it") {
    const std::string text =
        "---\nicon: cubes\nhidden: true\ndescription: >-\n  Une page\n  utile.\n"
        "cover: .gitbook/assets/a.png\nvars:\n  team: Bleu\n---\n\n# Titre\n";
    const FrontMatter front = parse(text);
    CHECK(front.hidden);
    CHECK(front.description == "Une page utile.");
    CHECK(front.cover == ".gitbook/assets/a.png");
    CHECK(front.variables.at("team") == "Bleu");
    CHECK(text.substr(front.body_begin) == "\n# Titre\n");
    CHECK(text.substr(front.cover_span.begin, 8) == ".gitbook");
}

TEST_CASE("a text without front matter is all body") {
    CHECK(parse("# Titre\n").body_begin == 0);
    CHECK(parse("").body_begin == 0);
    CHECK(parse("---\n").body_begin == 0);
    CHECK(parse("---\nopen: true\n").body_begin == 0);
    CHECK(parse("--- a\nb: c\n---\n").body_begin == 0);
}

TEST_CASE("prose between two thematic breaks is no front matter") {
    CHECK(parse("---\n\nUne phrase.\n\n---\n").body_begin == 0);
}

TEST_CASE("front matter alone is an empty page") {
    const std::string text = "---\nicon: cubes\n---";
    CHECK(parse(text).body_begin == text.size());
}

TEST_CASE("invalid YAML is reported where it is") {
    Diagnostics diagnostics;
    const auto front = parse_front_matter("---\na: [1\n---\nTexte\n", FileId{0}, diagnostics);
    REQUIRE(diagnostics.all().size() == 1);
    CHECK(diagnostics.all()[0].kind == Kind::invalid_yaml);
    CHECK(diagnostics.all()[0].span.begin >= 4);
    CHECK(front.body_begin == 14);
}

TEST_CASE("layout switches hide the description and the cover") {
    const auto front = parse(
        "---\ndescription: Un\ncover: a.png\nlayout:\n  description:\n    visible: false\n"
        "  cover:\n    visible: false\n---\n");
    CHECK(front.description == "Un");
    CHECK_FALSE(front.shows_description);
    CHECK(front.cover == "");
}

TEST_CASE("a page has wishes for its slides") {
    CHECK(parse("---\nslides: skip\n---\n").slides.skip);
    const auto wishes = parse("---\nslides:\n  level: 2\n  title: Court\n---\n").slides;
    CHECK_FALSE(wishes.skip);
    CHECK(wishes.level == 2);
    CHECK(wishes.title == "Court");
    CHECK_FALSE(parse("---\nslides:\n  level: 9\n---\n", 1).slides.level);
    CHECK_FALSE(parse("---\nslides: perhaps\n---\n", 1).slides.skip);
}
