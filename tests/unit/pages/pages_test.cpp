#include "pages/pages.hpp"

#include <doctest/doctest.h>

#include <algorithm>

using namespace triptych;
using namespace triptych::pages;
using namespace triptych::literals;

namespace {

Item text_item(ElementId element, Point at, std::string text) {
    GlyphRun run;
    run.size = 10_pt;
    run.text = std::move(text);
    for (std::size_t i = 0; i < run.text.size(); ++i)
        run.glyphs.push_back({1, static_cast<std::uint16_t>(i), 5 * 65536});
    return {at, element, run};
}

Element element(Tag tag, std::uint32_t parent) {
    Element out;
    out.tag = tag;
    out.parent = ElementId{parent};
    return out;
}

}  // namespace

TEST_CASE("page labels follow the numbering") {
    Page page;
    page.number = 12;
    CHECK(page.label().empty());
    page.numbering = Numbering::decimal;
    CHECK(page.label() == "12");
    page.numbering = Numbering::roman;
    CHECK(page.label() == "xii");
    page.number = 1994;
    CHECK(page.label() == "mcmxciv");
    page.number = 0;
    CHECK(page.label().empty());
    page.number = 4'000'000'000U;
    CHECK(page.label() == "4000000000");
}

TEST_CASE("every tag has a name of its own") {
    std::vector<std::string_view> names;
    for (int i = 0; i <= static_cast<int>(Tag::division); ++i)
        names.push_back(name(static_cast<Tag>(i)));
    std::sort(names.begin(), names.end());
    CHECK(std::adjacent_find(names.begin(), names.end()) == names.end());
    CHECK(name(Tag::list_body) == "LBody");
}

TEST_CASE("dump shows places in points to two decimals") {
    Pages pages;
    pages.information.title = "A \"quoted\" title";
    pages.elements = {element(Tag::document, 0), element(Tag::paragraph, 0)};
    Page page;
    page.size = {100_pt, 200_pt};
    page.bleed = 3_pt;
    page.items.push_back(text_item(ElementId{1}, {Length{-1}, Length::points(-1.005)}, "ab"));
    page.items.push_back({{1_pt, 2_pt},
                          ElementId::layout_artifact,
                          Path{{MoveTo{}, LineTo{{3_pt, 0_pt}}, ClosePath{}},
                               std::nullopt,
                               Colour{255, 0, 16},
                               1_pt}});
    page.items.push_back({{}, ElementId{1}, LinkArea{{4_pt, 5_pt}, "chapter", "", "Chapter"}});
    page.items.push_back(
        {{}, ElementId::pagination_artifact, Picture{MediaId{7}, {8_pt, 9_pt}, {}}});
    pages.pages.push_back(page);
    pages.bookmarks.push_back({"Chapter", 1, "chapter", false});
    pages.destinations.push_back({"chapter", 0, {0_pt, 12.345_pt}});
    CHECK(dump(pages) ==
          "title \"A \\\"quoted\\\" title\"\n"
          "language \"fr\"\n"
          "page 0 \"\" 100.00 x 200.00 bleed 3.00\n"
          "  0.00 -1.01 P#1 text face 0 size 10.00 #000000 \"ab\" width 10.00\n"
          "  1.00 2.00 layout path stroke #ff0010 1.00 M 0.00 0.00 L 3.00 0.00 Z\n"
          "  0.00 0.00 P#1 link 4.00 x 5.00 \"#chapter\" \"Chapter\"\n"
          "  0.00 0.00 pagination picture 7 8.00 x 9.00\n"
          "bookmark 1 \"Chapter\" \"#chapter\" closed\n"
          "destination \"chapter\" page 0 at 0.00 12.35\n");
}

TEST_CASE("dump_tags shows the tree in reading order, not in storage order") {
    Pages pages;
    pages.elements = {element(Tag::document, 0), element(Tag::section, 0), element(Tag::section, 0),
                      element(Tag::heading1, 1), element(Tag::paragraph, 2)};
    pages.elements[4].language = "en";
    Page page;
    page.items.push_back(text_item(ElementId{3}, {}, "One"));
    page.items.push_back(text_item(ElementId{4}, {}, "two "));
    page.items.push_back(text_item(ElementId::pagination_artifact, {}, "7"));
    page.items.push_back(text_item(ElementId{4}, {}, "three"));
    pages.pages.push_back(page);
    CHECK(dump_tags(pages) ==
          "Document\n"
          "  Sect\n"
          "    H1 \"One\"\n"
          "  Sect\n"
          "    P lang=en \"two three\"\n");
    CHECK(dump_tags(Pages{}).empty());
}
