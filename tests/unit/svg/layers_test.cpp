#include "svg/layers.hpp"

#include <string>

#include <doctest/doctest.h>

#include "svg/clean.hpp"

using namespace triptych;

namespace {

/// Of a drawing of 100 × 100 pixels with a filter `f`.
std::vector<svg::Layer> layers_of(const std::string& body, const std::string& root = "",
                                  const std::string& filter = "") {
    const auto drawing = svg::clean(
        "<svg xmlns='http://www.w3.org/2000/svg' xmlns:xlink='http://www.w3.org/1999/xlink' "
        "width='100' height='100' " +
            root + "><defs><filter id='f' " + filter +
            "><feGaussianBlur stdDeviation='1'/></filter></defs>" + body + "</svg>",
        {});
    REQUIRE(drawing);
    return drawing->layers;
}

bool has(const svg::Layer& layer, std::string_view words) {
    return layer.document.find(words) != std::string::npos;
}

const std::string small = "<rect x='10' y='20' width='20' height='10' filter='url(#f)'/>";

}  // namespace

TEST_CASE("small filtered elements are layers of their own, in the order of painting") {
    const auto layers = layers_of("<path d='M0 0h90'/><g fill='red' transform='translate(5 0)'>" +
                                  small + "<path d='M0 1h9'/></g><path d='M0 2h9'/>");
    REQUIRE(layers.size() == 3);
    for (const auto& layer : layers) {
        CHECK(layer.document.starts_with("<svg xmlns="));
        CHECK_FALSE(has(layer, " width=\"100\""));
        CHECK(has(layer, "viewBox=\"0 0 100 100\""));
        CHECK(has(layer, "<feGaussianBlur"));
    }
    CHECK(has(layers[0], "M0 0h90"));
    CHECK_FALSE(has(layers[0], "fill=\"red\""));
    CHECK_FALSE(layers[0].region);
    CHECK(has(layers[1], "><rect"));
    CHECK_FALSE(has(layers[1], "<path"));
    // What stands behind it in its group, and behind the group, is painted at once.
    CHECK(has(layers[2], "><path d=\"M0 1h9\""));
    CHECK(has(layers[2], "M0 2h9"));
}

TEST_CASE("a layer shows something where its filter may") {
    const auto region = [](const std::string& body, const std::string& filter = "") {
        const auto layers = layers_of(body, "", filter);
        REQUIRE(layers.size() == 1);
        REQUIRE(layers[0].region);
        return *layers[0].region;
    };
    const auto usual = region(small);
    CHECK(usual.x == doctest::Approx(8));
    CHECK(usual.y == doctest::Approx(19));
    CHECK(usual.width == doctest::Approx(24));
    CHECK(usual.height == doctest::Approx(12));
    const auto given =
        region(small, "filterUnits='userSpaceOnUse' x='0' y='5' width='40' height='50'");
    CHECK(given.y == doctest::Approx(5));
    CHECK(given.height == doctest::Approx(50));
    // Shares that begin behind the box are told from no smaller one.
    const auto behind = region(small, "x='50%' y='0' width='100%' height='1'");
    CHECK(behind.x == doctest::Approx(10));
    CHECK(behind.width == doctest::Approx(30));
    // What lies beyond the picture is not drawn.
    CHECK(region("<g transform='translate(-15 0)'>" + small + "</g>").x == doctest::Approx(0));
    const auto group = region(
        "<g filter='url(#f)'><circle cx='50' cy='50' r='5'/><path d='M50 50q9 9 0 20'/></g>");
    CHECK(group.height == doctest::Approx(25 * 1.2));
}

TEST_CASE("what can't be divided without a change stays whole") {
    for (const char* body : {
             "<rect width='90' height='90' filter='url(#f)'/>",
             "<rect x='10%' width='9' height='9' filter='url(#f)'/>",
             "<path d='M10 10a5 5 0 0110 10' filter='url(#f)'/>",
             "<rect x='1em' width='9' height='9' filter='url(#f)'/>",
             "<g transform='rotate(9)'><rect width='9' height='9' filter='url(#f)'/></g>",
             "<g filter='url(#f)'><rect width='9' height='9' transform='skewX(9)'/></g>",
             "<g opacity='0.5'><rect width='9' height='9' filter='url(#f)'/></g>",
             "<g filter='url(#f)'><rect width='90' height='90'/><rect width='9' height='9' "
             "filter='url(#f)'/></g>",
             "<rect id='a' width='9' height='9' filter='url(#f)'/><use x='20' xlink:href='#a'/>",
             "<rect width='9' height='9' filter='url(#f)'/><path style='mix-blend-mode:multiply' "
             "d='M0 0h9v9z'/>",
         }) {
        CAPTURE(body);
        CHECK(layers_of(body).empty());
    }
    CHECK(layers_of(small, "preserveAspectRatio='xMinYMin' viewBox='0 0 100 50'").empty());
    CHECK(layers_of(small, "opacity='0.5'").empty());
    CHECK(layers_of("<path d='M0 0h9'/>").empty());
}

TEST_CASE("layers do not make a drawing many times as long") {
    std::string many, definitions = "<defs>";
    for (int i = 0; i < 300; ++i) {
        many += small;
        definitions += "<linearGradient id='g" + std::to_string(i) +
                       "'><stop stop-color='#123456'/></linearGradient>";
        many += "<rect width='1' height='1' fill='url(#g" + std::to_string(i) + ")'/>";
    }
    CHECK(layers_of(many).size() == 600);
    CHECK(layers_of(many + definitions + "</defs>").empty());
}

TEST_CASE("filters of many small elements are not too dear") {
    std::string body;
    for (int i = 0; i < 200; ++i)
        body += "<rect x='" + std::to_string(i * 4) + "' width='40' height='30' filter='url(#f)'/>";
    const auto drawing = svg::clean(
        "<svg xmlns='http://www.w3.org/2000/svg' width='1200' height='900'><filter id='f'>"
        "<feGaussianBlur stdDeviation='3'/></filter>" +
            body + "</svg>",
        {});
    REQUIRE(drawing);
    CHECK(drawing->findings.empty());
    CHECK(drawing->layers.size() == 200);
}
