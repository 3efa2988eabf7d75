#include <doctest/doctest.h>

#include <string>

#include "pptx/templates/choose.hpp"
#include "pptx/templates/clean.hpp"
#include "pptx/templates/colours.hpp"
#include "pptx/templates/layouts.hpp"
#include "pptx/templates/picture_kinds.hpp"

using namespace triptych;
using namespace triptych::literals;
using namespace triptych::pptx::templates;

namespace {

pugi::xml_document parse(const std::string& text) {
    pugi::xml_document document;
    REQUIRE(document.load_string(text.c_str()));
    return document;
}

std::string to_string(const pugi::xml_node& node) {
    struct Writer final : pugi::xml_writer {
        std::string out;
        void write(const void* data, std::size_t size) override {
            out.append(static_cast<const char*>(data), size);
        }
    } writer;
    node.print(writer, "", pugi::format_raw);
    return writer.out;
}

Theme theme_of(const std::string& accent) {
    const auto theme = parse("<a:theme><a:themeElements><a:clrScheme><a:accent1><a:srgbClr val=\"" +
                             accent + "\"/></a:accent1></a:clrScheme></a:themeElements></a:theme>");
    const auto map = parse("<p:clrMap bg1=\"dk1\" tx1=\"lt1\"/>");
    return {theme.document_element(), map.document_element()};
}

Placeholder placeholder(const char* type, unsigned index, const Rect& frame) {
    Placeholder made;
    made.type = type;
    made.index = index;
    made.frame = frame;
    return made;
}

constexpr Size slide = {960_pt, 540_pt};
constexpr Rect title = {{50_pt, 30_pt}, {860_pt, 90_pt}};
constexpr Rect body = {{50_pt, 140_pt}, {860_pt, 320_pt}};

}  // namespace

TEST_CASE("luminance is changed as office programs show it") {
    // "Blue, Accent 1, Lighter 80%", "Darker 50%" of the Office theme; within a step of rounding.
    const Theme theme = theme_of("4472C4");
    const Colour light = with_luminance(theme, "accent1", 20, 80).colour;
    CHECK(light.red == doctest::Approx(0xDA).epsilon(0.01));
    CHECK(light.green == doctest::Approx(0xE3).epsilon(0.01));
    CHECK(light.blue == doctest::Approx(0xF3).epsilon(0.01));
    const Colour dark = with_luminance(theme, "accent1", 50, 0).colour;
    CHECK(dark.red == doctest::Approx(0x20).epsilon(0.04));
    CHECK(dark.green == doctest::Approx(0x38).epsilon(0.04));
    CHECK(dark.blue == doctest::Approx(0x64).epsilon(0.04));
    CHECK(with_luminance(theme, "accent1", 100, 0).colour == Colour{0x44, 0x72, 0xC4});
}

TEST_CASE("a master names the colours of its theme by its map") {
    const Theme theme = theme_of("4472C4");
    CHECK(theme.colour("bg1") == Colour{});
    CHECK(theme.colour("tx1") == Colour{255, 255, 255});
}

TEST_CASE("what is not kept goes with the smallest thing around it") {
    const auto none = [](const std::string&) { return std::optional<std::string>(); };
    auto picture = parse(
        "<p:cSld><p:spTree><p:nvGrpSpPr/><p:pic><p:blipFill><a:blip r:embed=\"rId1\"/></p:blipFill>"
        "</p:pic><p:sp><p:cNvPr><a:hlinkClick "
        "r:id=\"rId2\"/></p:cNvPr></p:sp></p:spTree></p:cSld>");
    CHECK(clean(picture.document_element(), none));
    CHECK(to_string(picture.document_element()) ==
          "<p:cSld><p:spTree><p:nvGrpSpPr/><p:sp><p:cNvPr/></p:sp></p:spTree></p:cSld>");
    auto theme = parse(
        "<a:theme><a:fillStyleLst><a:blipFill><a:blip r:embed=\"x\"/></a:blipFill>"
        "</a:fillStyleLst></a:theme>");
    CHECK(clean(theme.document_element(), none));
    CHECK(to_string(theme.document_element()).find("<a:solidFill><a:schemeClr val=\"phClr\"/>") !=
          std::string::npos);
    auto lost = parse("<p:sldMaster><p:other r:id=\"rId1\"/></p:sldMaster>");
    CHECK_FALSE(clean(lost.document_element(), none));
}

TEST_CASE("references that are kept get their new ids, linked files are forgotten") {
    auto part = parse("<p:cSld><a:blip r:embed=\"rId1\" r:link=\"rId9\"/></p:cSld>");
    CHECK(clean(part.document_element(), [](const std::string& id) {
        return id == "rId1" ? std::optional<std::string>("rId7") : std::nullopt;
    }));
    CHECK(to_string(part.document_element()) == "<p:cSld><a:blip r:embed=\"rId7\"/></p:cSld>");
}

TEST_CASE("layouts are chosen by type, then by their placeholders") {
    const Rect left = {{50_pt, 140_pt}, {420_pt, 320_pt}},
               right = {{490_pt, 140_pt}, {420_pt, 320_pt}};
    const std::vector<Layout> layouts = {
        {"a", "blank", "", {}},
        {"b",
         "",
         "",
         {placeholder("title", 0, title), placeholder("", 1, left), placeholder("", 2, right)}},
        {"c", "", "", {placeholder("title", 0, title), placeholder("", 1, body)}},
        {"d", "", "", {placeholder("ctrTitle", 0, title), placeholder("subTitle", 1, body)}},
        {"e", "titleOnly", "", {placeholder("title", 0, title)}}};
    const auto choice = choose(layouts, slide);
    REQUIRE(choice);
    CHECK(layouts[choice->content.layout].part == "c");
    CHECK(layouts[choice->title.layout].part == "d");
    CHECK(layouts[choice->section.layout].part == "d");
    CHECK(layouts[choice->table.layout].part == "c");
    REQUIRE(choice->picture);
    CHECK(layouts[choice->picture->layout].part == "b");
    REQUIRE(choice->title_only);
    CHECK(layouts[choice->title_only->layout].part == "e");
}

TEST_CASE("without a body, content stands in what title and foot leave free") {
    const std::vector<Layout> layouts = {
        {"a",
         "titleOnly",
         "",
         {placeholder("title", 0, title),
          placeholder("ftr", 3, {{50_pt, 500_pt}, {400_pt, 20_pt}})}}};
    const auto choice = choose(layouts, slide);
    REQUIRE(choice);
    CHECK_FALSE(choice->content.text);
    const Rect area = choice->content.area;
    CHECK(area.at.y > title.at.y + title.size.height);
    CHECK(area.at.y + area.size.height <= 500_pt);
    CHECK_FALSE(choose({{"a", "blank", "", {}}}, slide));
}

TEST_CASE("placeholders that run off the slide end at its edges") {
    const auto framed = [](const char* frame) {
        auto part =
            parse(std::string("<p:sp><p:nvSpPr><p:nvPr><p:ph/></p:nvPr></p:nvSpPr><p:spPr>") +
                  frame + "</p:spPr></p:sp>");
        keep_on_slide(part.document_element(), slide);
        return to_string(part.child("p:sp").child("p:spPr").first_child());
    };
    CHECK(framed("<a:xfrm><a:off x=\"-10\" y=\"5\"/><a:ext cx=\"30\" cy=\"9000000\"/></a:xfrm>") ==
          "<a:xfrm><a:off x=\"0\" y=\"5\"/><a:ext cx=\"20\" cy=\"6857995\"/></a:xfrm>");
    CHECK(framed("<a:xfrm><a:off x=\"-50\" y=\"5\"/><a:ext cx=\"30\" cy=\"10\"/></a:xfrm>") ==
          "<a:xfrm><a:off x=\"-50\" y=\"5\"/><a:ext cx=\"30\" cy=\"10\"/></a:xfrm>");
}

TEST_CASE("pictures are told by their bytes, those that act are none") {
    CHECK(kind_of_picture("\x89PNG\r\n\x1A\n")->extension == "png");
    CHECK(kind_of_picture("\xFF\xD8\xFF\xE0")->extension == "jpg");
    CHECK(kind_of_picture("<svg xmlns='http://www.w3.org/2000/svg'/>") == nullptr);
    CHECK(kind_of_picture("MZ") == nullptr);
    const auto word = [](unsigned value) {
        return std::string{static_cast<char>(value & 255), static_cast<char>(value >> 8)};
    };
    const auto metafile = [&](unsigned function, unsigned parameter) {
        return word(1) + word(9) + std::string(14, '\0') + word(4) + word(0) + word(function) +
               word(parameter) + word(3) + word(0) + word(0);
    };
    CHECK(kind_of_picture(metafile(0x0626, 15))->extension == "wmf");
    CHECK(kind_of_picture(metafile(0x0626, 9)) == nullptr);
}
