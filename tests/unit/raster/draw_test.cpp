#include <doctest/doctest.h>

#include "../../typesetting_fixture.hpp"
#include "raster/draw.hpp"

using namespace triptych;
using namespace triptych::test;

namespace {

constexpr Colour navy{0x10, 0x20, 0x40};

pages::Segment line(double x, double y) {
    return pages::LineTo{{Length::points(x), Length::points(y)}};
}

pages::Path square(double side) {
    return {{pages::MoveTo{}, line(side, 0), line(side, side), line(0, side), pages::ClosePath{}},
            {},
            {},
            {}};
}

pages::Page page_of(std::vector<pages::Item> items) {
    pages::Page page;
    page.size = {Length::points(100), Length::points(50)};
    page.items = std::move(items);
    return page;
}

image::Raster drawn(const pages::Page& page, std::uint32_t width = 200) {
    const Press press(doc::Book{});
    return raster::draw(page, {*press.fonts, *press.images}, width);
}

Colour pixel(const image::Raster& raster, std::uint32_t x, std::uint32_t y) {
    const auto at = (std::size_t{y} * raster.width + x) * 3;
    const auto channel = [&](std::size_t i) {
        return static_cast<std::uint8_t>(raster.pixels[at + i]);
    };
    return {channel(0), channel(1), channel(2)};
}

constexpr Colour white{255, 255, 255};

}  // namespace

TEST_CASE("a page is drawn on white at the width asked for, its shape kept") {
    const auto raster = drawn(page_of({}));
    CHECK(raster.width == 200);
    CHECK(raster.height == 100);
    CHECK(pixel(raster, 0, 0) == white);
    CHECK(pixel(raster, 199, 99) == white);
    CHECK(drawn(page_of({}), 100'000'000).width == 8000);
}

TEST_CASE("a filled path covers its pixels and no others") {
    auto path = square(10);
    path.fill = navy;
    const auto raster =
        drawn(page_of({{{Length::points(20), Length::points(10)}, {}, std::move(path)}}));
    CHECK(pixel(raster, 40, 20) == navy);
    CHECK(pixel(raster, 59, 39) == navy);
    CHECK(pixel(raster, 39, 20) == white);
    CHECK(pixel(raster, 60, 39) == white);
    CHECK(pixel(raster, 50, 40) == white);
}

TEST_CASE("a stroke runs along its path and leaves the inside alone") {
    auto path = square(20);
    path.stroke = navy;
    path.line_width = Length::points(2);
    const auto raster =
        drawn(page_of({{{Length::points(10), Length::points(10)}, {}, std::move(path)}}));
    CHECK(pixel(raster, 40, 20) == navy);
    CHECK(pixel(raster, 40, 40) == white);
}

TEST_CASE("what lies beyond the page is cut, however far") {
    auto path = square(1e6);
    path.fill = navy;
    const auto raster =
        drawn(page_of({{{Length::points(-5e5), Length::points(-5e5)}, {}, std::move(path)}}));
    CHECK(pixel(raster, 0, 0) == navy);
    CHECK(pixel(raster, 199, 99) == navy);
}

TEST_CASE("letters stand on their base line") {
    const Press press(doc::Book{});
    pages::GlyphRun run;
    run.face = press.fonts->find("Source Sans 3", 700, false);
    run.size = Length::points(20);
    run.colour = navy;
    for (const auto& glyph : press.fonts->shape({"H", run.face, run.size, "fr", {}, {}}))
        run.glyphs.push_back({glyph.id, 0, static_cast<std::int32_t>(glyph.advance.units)});
    const auto page = page_of({{{Length::points(10), Length::points(30)}, {}, std::move(run)}});
    const auto raster = raster::draw(page, {*press.fonts, *press.images}, 200);
    int above = 0, below = 0;
    for (std::uint32_t y = 0; y < raster.height; ++y)
        for (std::uint32_t x = 0; x < raster.width; ++x)
            if (pixel(raster, x, y) == navy) ++(y < 60 ? above : below);
    CHECK(above > 150);
    CHECK(below == 0);
}
