#include <doctest/doctest.h>

#include <algorithm>

#include "base/text.hpp"
#include "written.hpp"

using namespace triptych;
using namespace triptych::test;

namespace {

const std::string& sample() {
    static const std::string bytes = [] {
        doc::Block marked = paragraph("Un texte.");
        marked.span = {FileId{0}, 10, 20};
        return write_epub(book_of({heading("Titre", "page--titre"), std::move(marked)}),
                          {.date = {},
                           .cover = "JPEG",
                           .pagination = {"carnet.pdf", {{"1", {FileId{0}, 10, 20}}}}})
            .bytes;
    }();
    return bytes;
}

/// The sample with `from` replaced in its file `name`.
std::string with_fault(std::string_view name, std::string_view from, std::string_view to) {
    auto entries = unzip(sample(), 10'000'000);
    for (auto& entry : *entries)
        if (entry.name == name) {
            REQUIRE(holds(entry.bytes, from));
            entry.bytes = text::replace_all(entry.bytes, from, to);
        }
    return *zip(*entries);
}

std::string findings(const std::string& file) {
    std::string all;
    for (const auto& violation : verify_epub(file)) all += violation.message + "\n";
    return all;
}

constexpr const char* page = "EPUB/text/page.xhtml";
constexpr const char* package = "EPUB/package.opf";
constexpr const char* navigation = "EPUB/nav.xhtml";

}  // namespace

TEST_CASE("what we write ourselves holds") { CHECK(findings(sample()).empty()); }

TEST_CASE("what is no archive, or none of ours, is said") {
    CHECK(holds(findings("PK"), "no ZIP archive"));
    CHECK(holds(findings(sample().substr(0, sample().size() / 2)), "no ZIP archive"));
    CHECK(holds(findings(*zip({{"a.txt", "a"}})), "'mimetype'"));
    CHECK(holds(findings(with_fault("mimetype", "epub", "cbz")), "'mimetype'"));
}

TEST_CASE("faults of the package are found") {
    CHECK(holds(findings(with_fault(package, "<dc:language>fr</dc:language>", "")),
                "no dc:language"));
    CHECK(holds(
        findings(with_fault(package, "unique-identifier=\"uid\"", "unique-identifier=\"id\"")),
        "unique identifier"));
    CHECK(holds(findings(with_fault(package, "dcterms:modified", "dcterms:created")),
                "dcterms:modified"));
    CHECK(holds(findings(with_fault(package, "schema:accessMode\"", "schema:mode\"")),
                "no schema:accessMode"));
    CHECK(holds(findings(with_fault(package, "text/page.xhtml", "text/other.xhtml")),
                "not in the archive"));
    CHECK(holds(findings(with_fault(package, "idref=\"page-1\"", "idref=\"page-9\"")),
                "no XHTML document"));
    CHECK(holds(findings(with_fault(package, "image/jpeg", "image/x-jpeg")), "not every reader"));
    CHECK(holds(findings(with_fault(package, "dc:source", "dc:relation")), "not named"));
}

TEST_CASE("a file that the manifest does not know is found") {
    auto entries = unzip(sample(), 10'000'000);
    entries->push_back({"EPUB/stray.txt", "stray", {}});
    CHECK(holds(findings(*zip(*entries)), "'EPUB/stray.txt' is not in the manifest"));
}

TEST_CASE("faults of documents are found") {
    CHECK(holds(findings(with_fault(page, "</section>", "")), "not well-formed"));
    CHECK(holds(findings(with_fault(page, "<title>Page</title>", "<title/>")), "no title"));
    CHECK(holds(findings(with_fault(page, " lang=\"fr\"", "")), "its language"));
    CHECK(holds(findings(with_fault(page, "id=\"page--titre\"", "id=\"page\"")), "two elements"));
    CHECK(holds(findings(with_fault(page, "<h2", "<h4")), "not well-formed"));
    CHECK(holds(findings(with_fault(page, "Un texte.", "<img src=\"../style.css\"/>")),
                "no alternative"));
    CHECK(holds(findings(with_fault(page, "Un texte.", "<h4>a</h4>")), "jumps from h2 to h4"));
    CHECK(holds(findings(with_fault(page, "Un texte.", "<math/>")), "MathML"));
}

TEST_CASE("links that lead nowhere are found") {
    CHECK(
        holds(findings(with_fault(page, "Un texte.", "<a href=\"a.xhtml\">a</a>")), "to nothing"));
    CHECK(holds(findings(with_fault(page, "Un texte.", "<a href=\"#b\">b</a>")), "to no element"));
    CHECK(findings(with_fault(page, "Un texte.", "<a href=\"https://e.org/\">c</a>")).empty());
}

TEST_CASE("faults of the navigation are found") {
    CHECK(holds(findings(with_fault(navigation, "epub:type=\"toc\"", "epub:type=\"lot\"")),
                "no table of contents"));
    CHECK(holds(findings(with_fault(navigation, "#page_1", "#page--titre")), "no page break"));
    CHECK(holds(findings(with_fault(navigation, "epub:type=\"page-list\"", "epub:type=\"lot\"")),
                "not in the page list"));
}
