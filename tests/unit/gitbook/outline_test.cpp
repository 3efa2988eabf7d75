#include "gitbook/book/outline.hpp"
#include "gitbook/book/folder_order.hpp"

#include <map>

#include <doctest/doctest.h>

using namespace triptych;
using namespace triptych::gitbook;

namespace {

struct OutlineRead {
    Outline outline;
    Diagnostics diagnostics;

    /// Paths (or titles) of all entries, each after as many `>` as it is deep.
    std::string listing() const {
        std::string text;
        for (const auto& part : outline.parts)
            for (const auto& entry : part.entries)
                text += std::string(entry.depth, '>') +
                        (entry.path.empty() ? entry.title : entry.path) + '\n';
        return text;
    }
};

OutlineRead make(std::map<std::string, std::string> entries, const Options& options = {}) {
    const auto files = memory_files(std::move(entries));
    const FileIndex index(files->list(""));
    OutlineRead outcome;
    Sources sources;
    const Config config = read_config(*files, index, {}, sources, outcome.diagnostics);
    outcome.outline = make_outline(*files, index, config, options, sources, outcome.diagnostics);
    return outcome;
}

}  // namespace

TEST_CASE("the SUMMARY decides, whatever its case and that of its paths") {
    const auto outcome = make({{"summary.md", "* [A](A.md)\n  * [B](dossier/)\n* [C](c)\n"},
                               {"a.md", ""},
                               {"dossier/README.md", ""},
                               {"c.md", ""}});
    CHECK(outcome.listing() == "a.md\n>dossier/README.md\nc.md\n");
    CHECK(outcome.diagnostics.all().empty());
}

TEST_CASE("percent-escapes and decomposed names find their file") {
    const auto outcome =
        make({{"SUMMARY.md", "* [A](r%C3%A9sum%C3%A9%20final.md)\n* [B](pre\u0301cis.md)\n"},
              {"re\u0301sume\u0301 final.md", ""},
              {"précis.md", ""}});
    CHECK(outcome.listing() == "re\u0301sume\u0301 final.md\nprécis.md\n");
}

TEST_CASE("a missing page is reported and kept only as the title of its children") {
    const auto outcome =
        make({{"SUMMARY.md", "* [A](a.md)\n* [B](b.md)\n  * [C](c.md)\n"}, {"c.md", ""}});
    CHECK(outcome.listing() == "B\n>c.md\n");
    REQUIRE(outcome.diagnostics.all().size() == 2);
    CHECK(outcome.diagnostics.all()[0].kind == Kind::summary_entry);
}

TEST_CASE("a page counts once; places in it are no pages") {
    const auto outcome =
        make({{"SUMMARY.md", "* [A](a.md)\n  * [A1](a.md#un)\n* [A again](a.md)\n"}, {"a.md", ""}});
    CHECK(outcome.listing() == "a.md\n");
    REQUIRE(outcome.diagnostics.all().size() == 1);
}

TEST_CASE("titles without a page and links to the web keep their place") {
    const auto outcome =
        make({{"SUMMARY.md", "* Métiers\n  * [A](a.md)\n* [Site](https://example.org)\n"},
              {"a.md", ""}});
    CHECK(outcome.listing() == "Métiers\n>a.md\nSite\n");
    CHECK(outcome.outline.parts[0].entries[2].address == "https://example.org");
}

TEST_CASE("orphans are left out and named, or appended") {
    const std::map<std::string, std::string> entries = {{"SUMMARY.md", "* [A](a.md)\n"},
                                                        {"a.md", ""},
                                                        {"b.md", ""},
                                                        {".gitbook/includes/c.md", ""}};
    const auto without = make(entries);
    CHECK(without.listing() == "a.md\n");
    REQUIRE(without.outline.unlisted.size() == 1);
    CHECK(without.outline.unlisted[0].path == "b.md");
    const auto with = make(entries, {.selection = {.orphans = Orphans::append}});
    CHECK(with.listing() == "a.md\nb.md\n");
    CHECK(with.outline.unlisted.empty());
    CHECK(with.diagnostics.all().empty());
}

TEST_CASE("a folder without SUMMARY is read in natural order, pages under their README") {
    const auto outcome = make({{"README.md", ""},
                               {"10-fin.md", ""},
                               {"2-milieu/b.md", ""},
                               {"2-milieu/README.md", ""},
                               {"1-debut.md", ""},
                               {"1-debut/detail.md", ""},
                               {"image.png", ""},
                               {".github/x.md", ""}});
    CHECK(outcome.listing() ==
          "README.md\n1-debut.md\n>1-debut/detail.md\n2-milieu/README.md\n>2-milieu/b.md\n"
          "10-fin.md\n");
}

TEST_CASE("one page alone") {
    const std::map<std::string, std::string> entries = {
        {"SUMMARY.md", "* [A](a.md)\n"}, {"a.md", ""}, {"b.md", ""}};
    CHECK(make(entries, {.page = "./b.md"}).listing() == "b.md\n");
    const auto missing = make(entries, {.page = "c.md"});
    CHECK(missing.listing() == "");
    CHECK(missing.diagnostics.has_errors());
}

TEST_CASE("spaces are parts, and their own parts bear their title") {
    const auto outcome =
        make({{"docs.yaml",
               "site:\n  structure:\n    - type: space\n      title: Un\n      content:\n"
               "        directory: ./un\n    - type: space\n      title: Deux\n      content:\n"
               "        directory: ./deux\n"},
              {"un/SUMMARY.md", "* [A](a.md)\n## B\n* [B](b.md)\n"},
              {"un/a.md", ""},
              {"un/b.md", ""},
              {"deux/a.md", ""}});
    CHECK(outcome.listing() == "un/a.md\nun/b.md\ndeux/a.md\n");
    REQUIRE(outcome.outline.parts.size() == 3);
    CHECK(outcome.outline.parts[0].title == "Un");
    CHECK(outcome.outline.parts[1].title == "Un – B");
    CHECK(outcome.outline.parts[2].title == "Deux");
    CHECK(outcome.outline.parts[2].entries[0].space == 1);
}

TEST_CASE("natural order") {
    CHECK(natural_less("a2.md", "a10.md"));
    CHECK_FALSE(natural_less("a10.md", "a2.md"));
    CHECK(natural_less("z/README.md", "z/a.md"));
    CHECK(natural_less("a.md", "a/b.md"));
    CHECK(natural_less("B.md", "c.md"));
    CHECK_FALSE(natural_less("a.md", "a.md"));
}
