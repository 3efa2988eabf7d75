#include "svg/clean.hpp"

#include <doctest/doctest.h>

#include <chrono>
#include <fstream>
#include <iterator>
#include <memory>

using namespace triptych;

namespace {

/// The library of the repository's own sans and handwriting.
const font::Library& fonts() {
    static const auto files = folder_files(TRIPTYCH_SOURCE_DIR);
    static const font::Library library(
        *files,
        {{"fonts/source-sans-3/SourceSans3-Regular.ttf", "Sans", 400, false},
         {"fonts/patrick-hand/PatrickHand-Regular.ttf", "Hand", 400, false}},
        {});
    return library;
}

svg::Setting setting(std::string language = "fr") {
    return {
        &fonts(), "Sans", "Sans", "Sans", "Hand", std::move(language), [](std::string_view bytes) {
            return bytes == "picture" ? std::optional(svg::Embedded{"image/png", "made", 3, 2})
                                      : std::nullopt;
        }};
}

std::string file(std::string_view body, std::string_view attributes = "width='100' height='50'",
                 std::string_view head = "") {
    return std::string(head) + "<svg xmlns='http://www.w3.org/2000/svg' " +
           "xmlns:xlink='http://www.w3.org/1999/xlink' " + std::string(attributes) + ">" +
           std::string(body) + "</svg>";
}

svg::Drawing cleaned(std::string_view body, std::string_view attributes = "width='100' height='50'",
                     std::string_view head = "") {
    const auto drawing = svg::clean(file(body, attributes, head), setting());
    REQUIRE(drawing);
    return *drawing;
}

/// What is left of `body`, without the root.
std::string left_of(std::string_view body) {
    const auto out = cleaned(body).readable;
    const auto begin = out.find('>', out.find("<svg")) + 1;
    return out.substr(begin, out.rfind("</svg>") - begin);
}

bool has(std::string_view text, std::string_view part) {
    return text.find(part) != std::string_view::npos;
}

std::string messages(const svg::Drawing& drawing) {
    std::string out;
    for (const auto& finding : drawing.findings) out += finding.message.english() + "\n";
    return out;
}

constexpr std::string_view square = "<rect width='5' height='5'/>";
constexpr std::string_view kept_square = R"(<rect width="5" height="5"/>)";

}  // namespace

TEST_CASE("what acts or leads out is taken out, and said") {
    for (const std::string_view hostile :
         {"<script>alert(1)</script>", "<g onclick='alert(1)'/>",
          "<a xlink:href='javascript:alert(1)'/>", "<a href='https://a.example/'/>",
          "<image xlink:href='http://a.example/x.png' width='1' height='1'/>",
          "<image href='file:///etc/passwd' width='1' height='1'/>",
          "<use xlink:href='other.svg#a'/>",
          "<foreignObject width='9' height='9'><iframe "
          "xmlns='http://www.w3.org/1999/xhtml' src='http://a.example/'/></foreignObject>"}) {
        CAPTURE(hostile);
        const auto drawing = cleaned(std::string(hostile) + std::string(square));
        CHECK(has(drawing.readable, kept_square));
        CHECK_FALSE(has(drawing.readable, "alert"));
        CHECK_FALSE(has(drawing.readable, "example"));
        CHECK_FALSE(has(drawing.readable, "passwd"));
        CHECK_FALSE(has(drawing.readable, "onclick"));
        REQUIRE(drawing.findings.size() == 1);
        CHECK(drawing.findings[0].kind == svg::Finding::Kind::unsafe);
    }
}

TEST_CASE("style sheets become attributes, and bring nothing from elsewhere") {
    const auto out = left_of(
        "<style>@import url(http://a.example/a.css); @font-face { font-family: x; src: "
        "url(http://a.example/f) } :root { --ink: #123456 } g > .a, #b rect { fill: var(--ink) } "
        "@media (prefers-color-scheme: dark) { .a { fill: white } } .a { stroke: "
        "url(http://a.example/#x); opacity: .5 !important }</style>"
        "<g><rect class='a' width='1' height='1' style='opacity: 1; stroke-width: var(--w, "
        "3)'/></g>"
        "<g id='b'><rect width='2' height='2' fill='red'/></g>");
    CHECK(out ==
          R"(<g><rect width="1" height="1" fill="#123456" opacity=".5" stroke-width="3"/></g>)"
          R"(<g><rect width="2" height="2" fill="#123456"/></g>)");
}

TEST_CASE("alternatives in selectors are read") {
    CHECK(left_of("<style>g :is(.a, rect):not(.b) { fill: red } .c:is(rect, circle) { fill: blue } "
                  ":where(g > .d) { fill: lime }</style><g><rect class='c' width='1' height='1'/>"
                  "<circle class='a' r='1'/><circle class='d' r='2'/></g>") ==
          R"(<g><rect width="1" height="1" fill="blue"/><circle r="1"/>)"
          R"(<circle r="2" fill="lime"/></g>)");
    // Sixteen alternatives in each of eight places are more than a sheet may ask for.
    std::string many;
    for (int i = 0; i < 8; ++i) many += ":is(.a,.b,.c,.d,.e,.f,.g,.h,.i,.j,.k,.l,.m,.n,.o,.p)";
    CHECK(left_of("<style>" + many + "{ fill: red }</style>" + std::string(square)) == kept_square);
}

TEST_CASE("only elements and attributes of SVG 1.1 are left, where it has them") {
    CHECK(left_of("stray <g width='5' data-x='1'><foo:bar xmlns:foo='urn:x'/>"
                  "<path nodetypes='cc' d='M0 0L5 5' r='3'/><path d='M0 0;alert(1)'/></g>"
                  "<rect width='5'/><stop offset='1'/><animate attributeName='x'/>") ==
          R"(<g><path d="M0 0L5 5"/></g>)");
    CHECK(left_of("<svg:g xmlns:svg='http://www.w3.org/2000/svg'><svg:circle r='1'/></svg:g>") ==
          R"(<g><circle r="1"/></g>)");
}

TEST_CASE("ids are unique, and references lead to what they may") {
    CHECK(left_of("<linearGradient id='a b'><stop/></linearGradient><linearGradient id='a b'/>"
                  "<rect width='1' height='1' fill='url(#a b)'/>") ==
          R"(<linearGradient><stop offset="0"/></linearGradient><linearGradient/>)"
          R"(<rect width="1" height="1"/>)");
    CHECK(left_of("<linearGradient id='7'><stop/></linearGradient><linearGradient id='7'/>"
                  "<rect width='1' height='1' fill='url(#7)' stroke='url(#no) blue' "
                  "filter='url(#7)'/>") ==
          R"x(<linearGradient id="d1"><stop offset="0"/></linearGradient><linearGradient/>)x"
          R"x(<rect width="1" height="1" fill="url(#d1)" stroke="blue"/>)x");
}

TEST_CASE("what shows itself is cut") {
    CHECK(left_of("<g id='a'><use xlink:href='#a'/></g>") == "<g/>");
    std::string chain;
    for (int i = 0; i < 50'000; ++i)
        chain +=
            "<use id='u" + std::to_string(i) + "' xlink:href='#u" + std::to_string(i + 1) + "'/>";
    CHECK_FALSE(svg::clean(file(chain), setting()));  // too much to draw, and no endless descent
}

TEST_CASE("entities of the file itself are text, others nothing") {
    const auto drawing =
        cleaned("<text y='20'>&a;&b;&c;&#233;&amp;a;</text>", "width='9' height='9'",
                "<!DOCTYPE svg [<!ENTITY a \"un\"><!ENTITY b SYSTEM "
                "\"file:///etc/hostname\"><!ENTITY c \"&a;&a;\">]>");
    CHECK(has(drawing.readable, ">ununun\xC3\xA9&amp;a;<"));
    CHECK_FALSE(has(drawing.readable, "DOCTYPE"));
    std::string levels = "<!ENTITY a0 \"ha\">";
    for (int i = 1; i < 9; ++i)
        levels += "<!ENTITY a" + std::to_string(i) + " \"" + [&] {
            std::string ten;
            for (int k = 0; k < 40; ++k) ten += "&a" + std::to_string(i - 1) + ";";
            return ten;
        }() + "\">";
    CHECK_FALSE(
        svg::clean(file("<text>&a8;</text>", "", "<!DOCTYPE svg [" + levels + "]>"), setting()));
}

TEST_CASE("switches follow the language of the book") {
    const std::string body =
        "<switch><rect systemLanguage='de' width='1' height='1'/><rect systemLanguage='fr-CA, en' "
        "width='2' height='2'/><rect width='3' height='3'/></switch>";
    const auto in = [&](const char* language) {
        return svg::clean(file(body), setting(language))->readable;
    };
    CHECK(has(in("de-CH"), "width=\"1\""));
    CHECK(has(in("fr"), "width=\"2\""));
    CHECK(has(in("it"), "width=\"3\""));
}

TEST_CASE("labels in HTML are set as text in the middle of their box") {
    const auto drawing = cleaned(
        "<style>.l { color: #336699 } .l b { font-weight: 700 }</style><g class='l'>"
        "<foreignObject x='20' y='10' width='80' height='24'><div "
        "xmlns='http://www.w3.org/1999/xhtml' style='white-space: nowrap; font-size: 10px'><p>Une "
        "<b>étape</b><br/>deux</p></div></foreignObject></g>");
    const std::string& out = drawing.readable;
    CHECK(has(out, "fill=\"#336699\""));
    CHECK(has(out, "text-anchor=\"middle\""));
    CHECK(has(out, "<tspan x=\"60\" y=\"19.25\">Une<tspan font-weight=\"700\""));
    CHECK(has(out, "<tspan x=\"60\" y=\"31.75\">deux</tspan>"));
    CHECK(drawing.findings.empty());
}

TEST_CASE("labels wrap where they would leave their box") {
    const auto drawing = cleaned(
        "<foreignObject x='0' y='0' width='60' height='40'><p "
        "xmlns='http://www.w3.org/1999/xhtml'>des mots qui ne tiennent pas</p>"
        "</foreignObject><flowRoot><flowRegion><rect x='5' y='5' width='90' height='20'/>"
        "</flowRegion><flowPara>Texte coulant</flowPara></flowRoot>");
    std::size_t lines = 0;
    for (auto at = drawing.readable.find("<tspan"); at != std::string::npos;
         at = drawing.readable.find("<tspan", at + 1))
        ++lines;
    CHECK(lines >= 5);
    CHECK(has(drawing.readable, "Texte"));
    CHECK(has(drawing.readable, "coulant"));
}

TEST_CASE("text that can't be shown is named") {
    const auto drawing = cleaned("<unknown>Une légende</unknown>");
    REQUIRE(drawing.findings.size() == 1);
    CHECK(drawing.findings[0].kind == svg::Finding::Kind::lost_text);
    CHECK(has(messages(drawing), "Une légende"));
}

TEST_CASE("text that follows a path is shown, and said to be straight") {
    const auto drawing = cleaned(
        "<defs><path id='p' d='M0 0L9 9'/></defs><text x='1' y='2'><textPath href='#p'>Une "
        "courbe</textPath></text>");
    CHECK(has(drawing.readable, "Une courbe"));
    REQUIRE(drawing.findings.size() == 1);
    CHECK(has(messages(drawing), "set straight: “Une courbe”"));
}

TEST_CASE("text is drawn as shapes, in the faces of the layout") {
    const auto drawing = cleaned(
        "<text x='10' y='20' fill='red' font-family='Helvetica'>Un <tspan fill='blue'>mot</tspan>"
        "</text>");
    CHECK_FALSE(has(drawing.drawable, "<text"));
    CHECK(has(drawing.drawable, "<g fill=\"red\""));
    CHECK(has(drawing.drawable, "<path fill=\"blue\" d=\"M"));
    CHECK(drawing.findings.empty());
    const auto right = cleaned("<text x='90' y='20' text-anchor='end'>mm</text>").drawable;
    const auto left = cleaned("<text x='90' y='20'>mm</text>").drawable;
    CHECK(right != left);
}

TEST_CASE("pictures in a drawing are made anew or left out") {
    CHECK(has(left_of("<image xlink:href='data:image/png;base64,cGljdHVyZQ=='/>"),
              R"(width="3" height="2" xlink:href="data:image/png;base64,bWFkZQ==")"));
    const auto drawing =
        cleaned("<image width='1' height='1' xlink:href='data:image/png;base64,eA'/>");
    CHECK_FALSE(has(drawing.readable, "<image"));
    CHECK(drawing.findings.size() == 1);
}

TEST_CASE("steps of filters that break librsvg are not drawn") {
    for (const std::string_view step :
         {"<feConvolveMatrix order='21' kernelMatrix='1 1 1'/>",
          "<feConvolveMatrix order='3' kernelMatrix='1 1'/>",
          "<feConvolveMatrix order='2' targetX='2' kernelMatrix='1 1 1 1'/>",
          "<feImage xlink:href='http://a.example/'/>", "<feTurbulence numOctaves='100000'/>",
          "<feGaussianBlur stdDeviation='-1'/>"}) {
        CAPTURE(step);
        const auto drawing = cleaned("<filter id='f'>" + std::string(step) +
                                     "</filter><rect width='9' height='9' filter='url(#f)'/>");
        CHECK_FALSE(has(drawing.drawable, "filter"));
        CHECK(has(drawing.drawable, "<rect width=\"9\" height=\"9\"/>"));
        CHECK(drawing.findings.size() == 1);
    }
}

TEST_CASE("drop shadows are spelled out in steps that SVG 1.1 has") {
    const auto out = left_of(
        "<filter id='f'><feDropShadow dx='1' dy='3' stdDeviation='4' "
        "flood-opacity='.2'/></filter><g filter='url(#f)'/>");
    CHECK(has(out,
              R"(<feGaussianBlur in="SourceGraphic" result="shadow-blur-0" stdDeviation="4"/>)"));
    CHECK(has(out, R"(flood-opacity=".2")"));
    CHECK(has(out, R"(<feMergeNode in="SourceGraphic"/></feMerge>)"));
}

TEST_CASE("what would take too long is not drawn, by an estimate") {
    const auto filtered = [](std::string_view steps, int times) {
        std::string body = "<filter id='f'>" + std::string(steps) + "</filter>";
        for (int i = 0; i < times; ++i)
            body += "<rect width='1000' height='1000' filter='url(#f)'/>";
        return cleaned(body, "width='1000' height='1000'");
    };
    CHECK(has(filtered("<feGaussianBlur stdDeviation='3'/>", 1).drawable, "filter=\"url(#d1)\""));
    for (const auto& dear : {filtered("<feGaussianBlur stdDeviation='3'/>", 200),
                             filtered("<feMorphology radius='900'/>", 1),
                             filtered("<feTurbulence numOctaves='10' baseFrequency='.1'/>", 20)}) {
        CHECK_FALSE(has(dear.drawable, "url("));
        REQUIRE(dear.findings.size() == 1);
        CHECK(dear.findings[0].kind == svg::Finding::Kind::costly);
    }
}

TEST_CASE("drawings without end are refused quickly") {
    std::string levels = "<g id='u0'><rect width='1' height='1'/></g>";
    for (int i = 1; i < 12; ++i) {
        levels += "<g id='u" + std::to_string(i) + "'>";
        for (int k = 0; k < 10; ++k)
            levels += "<use xlink:href='#u" + std::to_string(i - 1) + "'/>";
        levels += "</g>";
    }
    std::string scribble = "M0 0";
    for (int i = 0; i < 20'000; ++i)
        scribble += "L" + std::to_string(i * 7919 % 500) + " " + std::to_string(i * 104729 % 500);
    const auto start = std::chrono::steady_clock::now();
    CHECK_FALSE(svg::clean(file("<defs>" + levels + "</defs><use xlink:href='#u11'/>"), setting()));
    CHECK_FALSE(svg::clean(file("<path stroke='red' d='" + scribble + "'/>"), setting()));
    CHECK_FALSE(svg::clean(
        "<svg xmlns='http://www.w3.org/2000/svg'>" +
            [] {
                std::string deep;
                for (int i = 0; i < 100'000; ++i) deep += "<g>";
                return deep;
            }(),
        setting()));
    CHECK(std::chrono::steady_clock::now() - start < std::chrono::seconds(10));
}

TEST_CASE("what lies farther away than cairo can count is not drawn") {
    for (const std::string_view body :
         {"<text font-size='1e8'>mot</text>", "<rect width='5' height='5' transform='scale(1e9)'/>",
          "<g transform='scale(1e5)'><rect x='100' width='5' height='5'/></g>",
          "<clipPath id='c'><circle r='1e8'/></clipPath><rect width='5' height='5' "
          "clip-path='url(#c)'/>",
          "<path d='M0 0L5 5' stroke='red' stroke-width='1e8'/>"}) {
        CAPTURE(body);
        CHECK_FALSE(svg::clean(file(body), setting()));
    }
    CHECK(svg::clean(file("<rect x='4000010' y='5000010' width='50' height='50'/>",
                          "viewBox='4000000 5000000 100 100'"),
                     setting()));
}

TEST_CASE("what is no SVG is nothing") {
    for (const std::string_view bytes : {"", "<svg", "<html/>", "text", "<svg xmlns='urn:x'/>"})
        CHECK_FALSE(svg::clean(bytes, setting()));
}

TEST_CASE("a drawing cleaned once stays as it is") {
    const auto once = cleaned("<style>.a{fill:red}</style><g class='a'><text y='9'>mot</text>" +
                              std::string(square) + "</g>");
    CHECK(svg::clean(once.readable, setting())->readable == once.readable);
}

TEST_CASE("what asks for a handwriting gets one") {
    const auto shapes = [](const std::string& drawable) {
        return drawable.substr(drawable.find("<path"));
    };
    const auto word = [&](const std::string& family) {
        return shapes(
            cleaned("<text x='5' y='20' font-family='" + family + "'>mot</text>").drawable);
    };
    const std::string plain = word("Helvetica");
    for (const char* family :
         {"Virgil, Segoe UI Emoji", "Excalifont", "cursive", "Comic Sans MS"}) {
        CAPTURE(family);
        CHECK(word(family) != plain);
        CHECK(word(family) == word("Caveat"));
    }
    CHECK(word("Nunito") == plain);
    auto without = setting();
    without.hand.clear();
    const auto drawing =
        svg::clean(file("<text x='5' y='20' font-family='Virgil'>mot</text>"), without);
    REQUIRE(drawing);
    CHECK(shapes(drawing->drawable) == plain);
}
