#include "svg/losses.hpp"

#include <doctest/doctest.h>

#include "svg/clean.hpp"

using namespace triptych;
using What = svg::Finding::Kind;

namespace {

std::optional<svg::Drawing> without_fonts(std::string_view body, std::string_view head = "") {
    return svg::clean(std::string(head) +
                          "<svg xmlns='http://www.w3.org/2000/svg' width='90' height='50'>\n" +
                          std::string(body) + "</svg>",
                      {});
}

struct Loss {
    std::string_view body;
    What kind{};
    std::string_view said;
};

constexpr Loss losses[] = {
    {"<style>@import url(http://a.example/a.css);</style>", What::unsafe,
     "a style sheet of another file is not read"},
    {"<style>@import 'a.css'</style>", What::unsafe, "a style sheet of another file is not read"},
    {"<style>@font-face { font-family: x; src: url('//a.example/f') }</style>", What::unsafe,
     "a font of another file is not read"},
    {"<style>@font-face { src: url(data:font/ttf;base64,AA) }</style>", What::changed,
     "fonts in it are not used: its text is set in those of the layout"},
    {"<font><glyph unicode='a' d='M0 0'/></font>", What::changed,
     "fonts in it are not used: its text is set in those of the layout"},
    {"<style>@media print { rect { fill: red } }</style>", What::changed,
     "style rules in '@media print' are not read"},
    {"<style>g + rect { fill: red }</style>", What::changed,
     "style rules for 'g + rect' are not read"},
    {"<rect width='1' height='1' fill='url(http://a.example/#x)'/>", What::unsafe,
     "what it refers to outside of itself is not shown"},
    {"<rect width='1' height='1' style='mask-image: url(a.png)'/>", What::unsafe,
     "what it refers to outside of itself is not shown"},
    {"<rect width='1' height='1' vector-effect='non-scaling-stroke'/>", What::changed,
     "'vector-effect: non-scaling-stroke' is not read"},
    {"<rect width='1' height='1' style='filter: blur(2px)'/>", What::changed,
     "'filter: blur(2px)' is not read"},
    {"<rect width='1' height='1' fill='color(display-p3 1 0 0)'/>", What::changed,
     "'fill: color(display-p3 1 0 0)' is not read"},
    {"<path d='M0 0 B5'/>", What::changed, "'d: M0 0 B5' is not read"},
    {"<rect width='calc(1px)' height='1'/>", What::changed, "'width: calc(1px)' is not read"},
    {"<mesh/>", What::changed, "<mesh> in <svg> is not shown"},
    {"<text><rect width='1' height='1'/></text>", What::changed, "<rect> in <text> is not shown"},
    {"<rect width='1' height='1'><animate attributeName='x'/></rect>", What::changed,
     "it stands still, as it begins"},
    {"<rect width='1' height='1' style='animation: go 2s'/>", What::changed,
     "it stands still, as it begins"},
    {"<use href='#nulle-part'/>", What::changed,
     "it refers to '#nulle-part', which is not shown there"},
    {"<g id='a'><use href='#a'/></g>", What::changed,
     "it refers to '#a', which is not shown there"},
    {"<g fill='&nbsp;'/>", What::lost_text, "'&nbsp;' is not defined in it and is not shown"},
};

}  // namespace

TEST_CASE("whatever is left out of a drawing is said, with its line") {
    for (const auto& loss : losses) {
        CAPTURE(loss.body);
        const auto drawing = without_fonts(std::string("<g/>\n") + std::string(loss.body));
        REQUIRE(drawing);
        REQUIRE(drawing->findings.size() == 1);
        CHECK(drawing->findings[0].kind == loss.kind);
        CHECK(drawing->findings[0].message.english() == loss.said);
        CHECK(drawing->findings[0].line == 3);
    }
}

TEST_CASE("what is lost of a document type is said") {
    const auto drawing = without_fonts(
        "<g fill='&far;'/>\n<g fill='&parts;'/>"
        "<link xmlns='http://www.w3.org/1999/xhtml' rel='stylesheet' href='b.css'/>",
        "<?xml-stylesheet href='a.css'?><!DOCTYPE svg [<!ENTITY far SYSTEM 'http://a.example/'>"
        "<!ENTITY parts '<rect/>'>]>");
    REQUIRE(drawing);
    REQUIRE(drawing->findings.size() == 3);
    CHECK(drawing->findings[0].message.english() == "a style sheet of another file is not read");
    CHECK(drawing->findings[1].message.english() ==
          "'&far;' stands for text of another file, which is not read");
    CHECK(drawing->findings[1].kind == What::unsafe);
    CHECK(drawing->findings[2].message.english() ==
          "'&parts;' stands for elements, which are not shown");
    CHECK(drawing->findings[2].line == 3);
}

TEST_CASE("rules of a style sheet have their own lines") {
    const auto drawing = without_fonts(
        "<style>\n/* two\nlines */\nrect { fill: red }\n\n@import 'a.css';\ng ~ g { fill: red }"
        "</style>");
    REQUIRE(drawing);
    REQUIRE(drawing->findings.size() == 2);
    CHECK(drawing->findings[0].line == 7);
    CHECK(drawing->findings[1].line == 8);
}

TEST_CASE("nothing is said of what changes nothing") {
    for (const std::string_view body :
         {"<style>rect:hover { fill: red } @keyframes go { from { x: 0 } } "
          "@media (prefers-color-scheme: dark) { rect { fill: white } } .unused { "
          "stroke-linejoin: round }</style>",
          "<title>Titre</title><desc>Mot</desc><metadata><x:y xmlns:x='urn:x'>z</x:y></metadata>",
          "<g class='a' data-x='1' tabindex='0' style='display: flex; line-height: 2; cursor: "
          "pointer; pointer-events: none; paint-order: normal; fill: light-dark(red, white)'/>",
          "<path d='M0 0' transform-origin='5 5'/><path/><path d=''/>",
          "<filter id='f'><feOffset dx='1'/></filter><rect width='1' height='1' "
          "filter='url(#f)' vector-effect='none' shape-rendering='crispEdges'/>"}) {
        CAPTURE(body);
        const auto drawing = without_fonts(body);
        REQUIRE(drawing);
        for (const auto& finding : drawing->findings) CHECK(finding.message.english() == "");
    }
}

TEST_CASE("many losses are summed up") {
    std::string body;
    for (int i = 0; i < 50; ++i) body += "<neu" + std::to_string(i) + "/>";
    const auto drawing = without_fonts(body);
    REQUIRE(drawing);
    REQUIRE(drawing->findings.size() == 21);
    CHECK(drawing->findings.back().message.english() == "more of it is left out than is said here");
}

TEST_CASE("files in other encodings have no lines") {
    const std::string_view latin =
        "<?xml version='1.0' encoding='ISO-8859-1'?>\n<svg xmlns='http://www.w3.org/2000/svg' "
        "width='9' height='9'><mesh/></svg>";
    const auto drawing = svg::clean(latin, {});
    REQUIRE(drawing);
    REQUIRE(drawing->findings.size() == 1);
    CHECK(drawing->findings[0].line == 0);
}

TEST_CASE("a value that is not known leaves a weaker one in force") {
    const auto drawing = without_fonts(
        "<style>rect { fill: blue } rect.a { fill: oklch(.5 .5 .5) }</style>"
        "<rect class='a' width='1' height='1'/><circle r='1' fill='red' "
        "style='fill: light-dark(rgb(1, 2, 3), white)'/>");
    REQUIRE(drawing);
    CHECK(drawing->readable.find(R"(height="1" fill="blue")") != std::string::npos);
    CHECK(drawing->readable.find(R"x(<circle r="1" fill="rgb(1, 2, 3)")x") != std::string::npos);
}

TEST_CASE("small drawings of dear steps are not enlarged without end") {
    std::string body = "<filter id='f'><feTurbulence baseFrequency='1' numOctaves='10'/></filter>";
    for (int i = 0; i < 50; ++i) body += "<rect width='90' height='50' filter='url(#f)'/>";
    const auto dear = without_fonts(body), cheap = without_fonts("<rect width='1' height='1'/>");
    REQUIRE(dear);
    REQUIRE(cheap);
    CHECK(dear->greatest_scale > 1);
    CHECK(dear->greatest_scale < 6);
    CHECK(cheap->greatest_scale > 1000);
}
