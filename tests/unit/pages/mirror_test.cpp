#include <doctest/doctest.h>

#include "pages/pages.hpp"

using namespace triptych;
using namespace triptych::pages;

namespace {

Item text_at(Length x, Length width) {
    Item item;
    item.at = {x, Length::points(10)};
    GlyphRun run;
    run.glyphs = {{1, 0, static_cast<std::int32_t>(width.units)}};
    item.content = std::move(run);
    return item;
}

}  // namespace

TEST_CASE("a mirror moves what is drawn to the other side and turns nothing round") {
    std::vector<Item> items{text_at(Length::points(20), Length::points(30))};
    Item rule;
    rule.at = {Length::points(5), {}};
    Path path;
    path.segments = {MoveTo{{}}, LineTo{{Length::points(10), {}}}};
    rule.content = path;
    items.push_back(rule);
    Item picture;
    picture.content = Picture{MediaId{0}, {Length::points(40), Length::points(10)}, {}};
    items.push_back(picture);
    const auto before = items;
    mirror(items, Length::points(100));
    CHECK(items[0].at.x == Length::points(50));
    CHECK(items[0].at.y == Length::points(10));
    CHECK(items[1].at.x == Length::points(85));
    CHECK(items[2].at.x == Length::points(60));
    mirror(items, Length::points(100));
    for (std::size_t i = 0; i < items.size(); ++i) CHECK(items[i].at.x == before[i].at.x);
}
