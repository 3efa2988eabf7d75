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
    for (const auto& violation : verify_epub(file)) all += violation.message.english() + "\n";
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
    CHECK(
        holds(findings(with_fault(page, "<p>Un texte.</p>", "<h4>a</h4>")), "jumps from h2 to h4"));
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

TEST_CASE("what stands where it may not is found") {
    const auto said = [](std::string_view markup) {
        return findings(with_fault(page, "Un texte.", markup));
    };
    CHECK(holds(said("<a href=\"#page\">a <a href=\"#page\">b</a></a>"), "<a> inside a link"));
    CHECK(holds(said("<a href=\"#page\"><span tabindex=\"0\">b</span></a>"), "inside a link"));
    CHECK(holds(said("<div>a</div>"), "<div> in <p>"));
    CHECK(holds(said("<em><ul><li>a</li></ul></em>"), "<ul> in <em>"));
    CHECK(holds(said("<li>a</li>"), "<li> in <p>"));
    CHECK(holds(said("<font>a</font>"), "<font>"));
    CHECK(holds(said("<script>a</script>"), "<script>"));
    CHECK(holds(said("<em onclick=\"a\">a</em>"), "'onclick'"));
    CHECK(holds(said("<span id=\"a b\">a</span>"), "the id 'a b'"));
    CHECK(holds(said("<span aria-labelledby=\"nichts\">a</span>"), "which it does not have"));
}

TEST_CASE("addresses that readers can't follow are found") {
    const auto said = [](std::string_view address) {
        return findings(
            with_fault(page, "Un texte.", "<a href=\"" + std::string(address) + "\">a</a>"));
    };
    for (const auto* sound : {"https://e.org/", "http://xn--cole-9oa.fr:80/a", "mailto:a@e.org",
                              "tel:+331", "https://[2001:db8::1]/"})
        CHECK(said(sound).empty());
    for (const auto* bad : {"javascript:a", "smb://e/a", "http://e%EA%B9.fr/", "http://a+b.fr/"})
        CHECK(holds(said(bad), "can't follow"));
    CHECK(holds(
        findings(with_fault(page, "Un texte.", "<img alt=\"\" src=\"https://e.org/a.png\"/>")),
        "not in the book"));
}

TEST_CASE("parts that are no XML are found, which pugixml would read") {
    CHECK(holds(findings(with_fault(page, "<p>Un", "<p class=\"a\" class=\"b\">Un")),
                "twice on <p>"));
    CHECK(holds(findings(with_fault(page, "Un texte", "Un &eacute; texte")), "not defined"));
    CHECK(holds(findings(with_fault(page, "<p>Un", "<p><a:b/>Un")), "the prefix 'a'"));
    CHECK(holds(findings(with_fault("EPUB/toc.ncx", "</ncx>", "</ncx><ncx/>")), "a second root"));
    CHECK(holds(findings(with_fault(package, "<manifest>", "<manifest a>")), "without a value"));
}

TEST_CASE("ids of the package, contents of EPUB 2 and landmarks are held to their rules") {
    CHECK(holds(findings(with_fault(package, "refines=\"#title\"", "refines=\"#tit\"")),
                "refine '#tit'"));
    CHECK(holds(findings(with_fault(package, "id=\"title\"", "id=\"uid\"")), "the id 'uid'"));
    CHECK(holds(findings(with_fault("EPUB/toc.ncx", "text/page.xhtml", "text/a.xhtml")),
                "leads to 'text/a.xhtml"));
    CHECK(
        holds(findings(with_fault(navigation, "aria-label=\"Repères\"", "aria-label=\"Sommaire\"")),
              "are called 'Sommaire'"));
}

TEST_CASE("drawings are held against SVG 1.1") {
    const auto said = [](std::string_view drawing) {
        auto entries = unzip(with_fault(package, "<item id=\"css\"",
                                        "<item id=\"d\" href=\"d.svg\" "
                                        "media-type=\"image/svg+xml\"/><item id=\"css\""),
                             10'000'000);
        entries->push_back({"EPUB/d.svg",
                            "<svg xmlns=\"http://www.w3.org/2000/svg\" "
                            "xmlns:xlink=\"http://www.w3.org/1999/xlink\" width=\"9\">" +
                                std::string(drawing) + "</svg>",
                            {}});
        return findings(*zip(*entries));
    };
    CHECK(said("<g id=\"a\"><rect width=\"1\" height=\"1\" fill=\"red\"/></g>").empty());
    CHECK(holds(said("<script>a</script>"), "<script> where SVG 1.1 has none"));
    CHECK(holds(said("<foreignObject/>"), "<foreignObject>"));
    CHECK(holds(said("<g width=\"5\"/>"), "width=\"5\" on <g>"));
    CHECK(holds(said("<g id=\"a\"/><g id=\"a\"/>"), "two elements with the id 'a'"));
    CHECK(holds(said("<image xlink:href=\"http://e.org/a.png\" width=\"1\" height=\"1\"/>"),
                "xlink:href=\"http://e.org"));
    CHECK(holds(said("<rect><g/></rect>"), "<g> where"));
    CHECK(holds(said("<rect fill=\"url(http://e.org/#a)\"/>"), "fill="));
    CHECK(holds(said("<g></svg>"), "which is not open"));
}

TEST_CASE("files around the text have the form that readers ask for") {
    constexpr const char* ncx = "EPUB/toc.ncx";
    CHECK(
        holds(findings(with_fault("META-INF/container.xml", "version=\"1.0\">", "version=\"2\">")),
              "<container> has version=\"2\""));
    CHECK(holds(findings(with_fault(package, "<spine toc=\"ncx\">", "<spine>")),
                "does not name the NCX"));
    CHECK(holds(findings(with_fault(package, "<itemref idref=\"nav\" />",
                                    "<itemref idref=\"nav\" /><itemref idref=\"nav\" />")),
                "'nav' is in the spine twice"));
    CHECK(holds(findings(with_fault(package, "<itemref idref=\"nav\" />", "")),
                "is not in the spine"));
    CHECK(holds(findings(with_fault(package, "<dc:language>fr", "<dc:language>f r")),
                "<dc:language> holds 'f r'"));
    CHECK(holds(findings(with_fault(package, "property=\"schema:accessibilityHazard\"",
                                    "property=\"x y\"")),
                "a property 'x y'"));
    CHECK(holds(findings(with_fault(ncx, "<docTitle>", "<docTitle/><docTitle>")), "<docTitle>"));
    CHECK(holds(findings(with_fault(ncx, "playOrder=\"1\"", "playOrder=\"-1\"")),
                "playOrder=\"-1\""));
    CHECK(holds(findings(with_fault(ncx, "<navLabel>", "<label/><navLabel>")), "<label>"));
}

TEST_CASE("heads, roles and pictures of documents are held to their rules") {
    CHECK(holds(findings(with_fault(page, "rel=\"stylesheet\"", "rel=\"next\"")),
                "<link> has rel=\"next\""));
    CHECK(holds(findings(with_fault(page, "href=\"../style.css\"", "href=\"page.xhtml\"")),
                "links to a file that is not in the book"));
    CHECK(holds(findings(with_fault(page, "role=\"doc-chapter\"", "role=\"x\"")), "the role 'x'"));
    CHECK(holds(findings(with_fault(page, "epub:type=\"chapter\"", "epub:type=\"x y\"")),
                "the epub:type 'x y'"));
    CHECK(holds(findings(with_fault(page, "<p>Un", "<p><img src=\"\" alt=\"\"/>Un")),
                "which is no picture of the book"));
    CHECK(holds(findings(with_fault(page, "<p>Un", "<p><math><msup><mi>x</mi></msup></math>Un")),
                "<msup> has no <mi>"));
}

TEST_CASE("style sheets are held to their syntax and lead to files of the book") {
    const auto styled = [](std::string_view rule) {
        auto entries = unzip(sample(), 10'000'000);
        for (auto& entry : *entries)
            if (entry.name == "EPUB/style.css") entry.bytes += rule;
        return findings(*zip(*entries));
    };
    CHECK(styled("a{color:red}/* } */") == "");
    CHECK(holds(styled("a{color:red"), "a block that does not end"));
    CHECK(holds(styled("}"), "'}' without a block"));
    CHECK(holds(styled("a{color:}"), "a property without a value"));
    CHECK(holds(styled("a{background:url(x.png)}"), "leads to 'x.png'"));
    CHECK(holds(styled("a{background:url('http://a.b/c')}"), "leads to 'http://a.b/c'"));
    CHECK(holds(styled("@import 'x.css';"), "has @import"));
}
