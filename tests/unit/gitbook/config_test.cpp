#include "gitbook/book/config.hpp"

#include <map>

#include <doctest/doctest.h>

#include "gitbook/book/metadata.hpp"

using namespace triptych;
using namespace triptych::gitbook;

namespace {

struct Outcome {
    Config config;
    Diagnostics diagnostics;
    Sources sources;
};

Outcome read(std::map<std::string, std::string> entries, const std::string& language = "") {
    const auto files = memory_files(std::move(entries));
    const FileIndex index(files->list(""));
    Outcome outcome;
    outcome.config = read_config(*files, index, {language}, outcome.sources, outcome.diagnostics);
    return outcome;
}

const char* site =
    "site:\n  title: Le site\n  structure:\n"
    "    - type: section\n      title: Guide\n      children:\n"
    "        - type: space\n          title: English\n          default: true\n"
    "          content:\n            directory: ./en\n            language: en\n"
    "        - type: space\n          title: Français\n"
    "          content:\n            directory: fr/\n            language: fr\n"
    "    - type: section-group\n      title: Plus\n      children:\n"
    "        - type: section\n          title: Annexes\n          children:\n"
    "            - type: space\n              title: X\n"
    "              content:\n                directory: null\n"
    "            - type: space\n              title: Y\n              hidden: true\n"
    "              content:\n                directory: y\n"
    "    - type: space\n      title: Journal\n      content:\n        directory: ./journal\n";

}  // namespace

TEST_CASE("a folder without configuration is one space") {
    const auto outcome = read({});
    REQUIRE(outcome.config.spaces.size() == 1);
    CHECK(outcome.config.spaces[0].root == "");
    CHECK(outcome.config.spaces[0].summary == "SUMMARY.md");
}

TEST_CASE(".gitbook.yaml moves the root and redirects pages") {
    const auto outcome =
        read({{".gitbook.yaml",
               "root: ./docs/\nstructure:\n  readme: ./accueil.md\n  summary: summary.md\n"
               "redirects:\n  old/page: /new/page.md\n  other: there.md\n"}});
    const Space& space = outcome.config.spaces[0];
    CHECK(space.root == "docs");
    CHECK(space.readme == "accueil.md");
    CHECK(space.summary == "summary.md");
    CHECK(space.redirects.at("old/page") == "new/page.md");
    CHECK(space.redirects.at("other") == "there.md");
    CHECK(outcome.diagnostics.all().empty());
}

TEST_CASE("the key 'redirect' is understood and reported") {
    const auto outcome = read({{".gitbook.yaml", "redirect:\n  a: b.md\n"}});
    CHECK(outcome.config.spaces[0].redirects.at("a") == "b.md");
    REQUIRE(outcome.diagnostics.all().size() == 1);
    CHECK(outcome.diagnostics.all()[0].kind == Kind::unknown_key);
    CHECK(outcome.diagnostics.all()[0].hint.english() == "did you mean 'redirects'?");
    CHECK(outcome.sources.locate(outcome.diagnostics.all()[0].span).line == 1);
}

TEST_CASE("an empty .gitbook.yaml changes nothing") {
    const auto outcome = read({{".gitbook.yaml", ""}});
    CHECK(outcome.config.spaces.size() == 1);
    CHECK(outcome.diagnostics.all().empty());
}

TEST_CASE("a root outside the book is refused") {
    const auto outcome = read({{".gitbook.yaml", "root: ../../etc\n"}});
    CHECK(outcome.config.spaces[0].root == "");
    REQUIRE(outcome.diagnostics.all().size() == 1);
    CHECK(outcome.diagnostics.all()[0].kind == Kind::path_outside_book);
}

TEST_CASE("docs.yaml gives one space a section, in the language wanted") {
    const auto outcome = read({{"docs.yaml", site}}, "fr-FR");
    REQUIRE(outcome.config.spaces.size() == 2);
    CHECK(outcome.config.title == "Le site");
    CHECK(outcome.config.spaces[0].title == "Guide");
    CHECK(outcome.config.spaces[0].root == "fr");
    CHECK(outcome.config.spaces[1].title == "Journal");
    CHECK(outcome.config.spaces[1].root == "journal");
    // The English edition and the hidden space.
    CHECK(outcome.diagnostics.all().size() == 2);
}

TEST_CASE("docs.yaml's default edition is read when no language is configured") {
    CHECK(read({{"docs.yaml", site}}).config.spaces[0].root == "en");
}

TEST_CASE("each space has its own .gitbook.yaml") {
    const auto outcome =
        read({{"docs.yaml", site}, {"journal/.gitbook.yaml", "root: ./contenu\n"}});
    CHECK(outcome.config.spaces[1].root == "journal/contenu");
}

TEST_CASE("book.json gives root, structure, title, language and variables") {
    const auto outcome =
        read({{"book.json",
               "{\"root\": \"./source\", \"title\": \"JS\", \"language\": \"ja\",\n"
               " \"structure\": {\"summary\": \"TOC.md\"}, \"variables\": {\"v\": \"1.2\"}}"}});
    CHECK(outcome.config.title == "JS");
    CHECK(outcome.config.language.text == "ja");
    CHECK(outcome.config.spaces[0].root == "source");
    CHECK(outcome.config.spaces[0].summary == "TOC.md");
    CHECK(outcome.config.spaces[0].variables.at("book.v") == "1.2");
}

TEST_CASE("LANGS.md: the wanted language, else the first, whose folder has its own files") {
    const std::string both = "* [English](en/)\n* [Français](fr/README.md)\n";
    CHECK(read({{"LANGS.md", both}}).config.spaces[0].root == "en");
    CHECK(read({{"LANGS.md", both}}, "fr").config.spaces[0].root == "fr");
    CHECK(read({{"LANGS.md", both}}).config.languages == std::vector<std::string>{"en", "fr"});
    const std::string chinese = "* [中文](zh-cn)\n* [繁體](zh-tw)\n* [English](handbook)\n";
    CHECK(read({{"LANGS.md", chinese}}, "zh-TW").config.spaces[0].root == "zh-tw");
    CHECK(read({{"LANGS.md", chinese}}).config.languages ==
          std::vector<std::string>{"zh-CN", "zh-TW", "en"});
    const auto own =
        read({{"LANGS.md", both},
              {"book.json", R"({"title": "Both", "author": "A", "variables": {"a": 1}})"},
              {"fr/book.json", R"({"title": "Le nôtre", "variables": {"a": 2}})"}},
             "fr");
    CHECK(own.config.title == "Le nôtre");
    CHECK(own.config.authors == std::vector<std::string>{"A"});
    CHECK(own.config.spaces[0].variables.at("book.a") == "2");
    CHECK(own.config.language_folder == "fr");
    CHECK(read({{"LANGS.md", "* [日本語](ja/)\n* [English](en/)\n"}}).config.spaces[0].root ==
          "ja");
    CHECK(read({{"LANGS.md", "* [A](../..)\n* [B](/)\n"}}).config.languages.empty());
    CHECK(read({{"LANGS.md", both}}).diagnostics.all()[0].kind == Kind::language_assumed);
}

TEST_CASE("variables of a space") {
    const auto outcome = read({{".gitbook/vars.yaml", "team: Bleu\n"}});
    CHECK(outcome.config.spaces[0].variables.at("space.vars.team") == "Bleu");
}

TEST_CASE("triptych.yaml gives metadata; a slip is reported with a suggestion") {
    const auto files = memory_files({{"triptych.yaml",
                                      "title: Guide\nautors: [A]\nlicense: CC BY 4.0\n"
                                      "site_url: https://example.org/guide/\nauthor: Zoé\n"
                                      "language: fr\n"}});
    Sources sources;
    Diagnostics diagnostics;
    const BookFile book = read_book_file(*files, sources, diagnostics);
    CHECK(book.metadata.title == "Guide");
    CHECK(book.metadata.licence == "CC BY 4.0");
    CHECK(book.metadata.site_url == "https://example.org/guide");
    CHECK(book.metadata.authors == std::vector<std::string>{"Zoé"});
    REQUIRE(diagnostics.all().size() == 1);
    CHECK(diagnostics.all()[0].hint.english() == "did you mean 'authors'?");
    CHECK(sources.locate(diagnostics.all()[0].span).line == 2);
}

TEST_CASE("values that can't be meant are refused") {
    const auto files =
        memory_files({{"triptych.yaml", "site_url: example.org\nlanguage: français\n"}});
    Sources sources;
    Diagnostics diagnostics;
    const BookFile book = read_book_file(*files, sources, diagnostics);
    CHECK(book.metadata.site_url == "");
    CHECK(book.language.text == "français");
    CHECK(diagnostics.all().size() == 1);
    CHECK(diagnostics.all()[0].kind == Kind::invalid_value);
}

TEST_CASE("alt.yaml describes pictures by path or by the name of an asset") {
    const auto files =
        memory_files({{"alt.yaml", "a/b.png: Un schéma\nlogo.png: decorative\nnone.png: x\n"},
                      {"a/b.png", "x"},
                      {".gitbook/assets/logo.png", "x"}});
    Sources sources;
    Diagnostics diagnostics;
    const auto texts = read_alternatives(*files, FileIndex(files->list("")), sources, diagnostics);
    CHECK(texts.at("a/b.png").text == "Un schéma");
    CHECK(texts.at(".gitbook/assets/logo.png").decorative);
    REQUIRE(diagnostics.all().size() == 1);
    CHECK(diagnostics.all()[0].kind == Kind::unknown_key);
    CHECK(sources.locate(diagnostics.all()[0].span).line == 3);
}
