#include "deck_html/code.hpp"

#include <string>

#include <fmt/format.h>

#include "base/colour.hpp"
#include "base/match.hpp"
#include "base/xml.hpp"
#include "deck/setting/address_code.hpp"
#include "deck_html/look.hpp"
#include "markup/writer.hpp"

namespace triptych::deck_html {
namespace {

/// The path as SVG writes it (SVG 2, 9.3), in points.
std::string path_data(const pages::Path& path) {
    std::string data;
    const auto add = [&](char command, std::initializer_list<Point> to) {
        data += command;
        for (const Point& point : to) data += points(point.x) + " " + points(point.y) + " ";
        if (to.size() > 0) data.pop_back();
    };
    for (const auto& segment : path.segments)
        std::visit(Match{[&](const pages::MoveTo& step) { add('M', {step.to}); },
                         [&](const pages::LineTo& step) { add('L', {step.to}); },
                         [&](const pages::CurveTo& step) {
                             add('C', {step.control1, step.control2, step.to});
                         },
                         [&](const pages::ClosePath&) { add('Z', {}); }},
                   segment);
    return data;
}

}  // namespace

void add_address_code(pugi::xml_node parent, const deck::Slide& slide, const Rect& room,
                      std::string_view language) {
    const auto code = deck::address_code(slide.address, room);
    if (!code) return;
    const Rect& panel = code->panel;
    auto drawing = markup::element(parent, "svg", "address");
    xml::set_attribute(drawing, "role", "img");
    xml::set_attribute(drawing, "aria-label", deck::code_alternative(slide, language));
    const Point from = {panel.at.x - code->at.x, panel.at.y - code->at.y};
    xml::set_attribute(drawing, "viewBox",
                       fmt::format("{} {} {} {}", points(from.x), points(from.y),
                                   points(panel.size.width), points(panel.size.height)));
    xml::set_attribute(drawing, "style",
                       fmt::format("--x: {}; --y: {}; --w: {}; --h: {}; background: {}",
                                   points(panel.at.x), points(panel.at.y), points(panel.size.width),
                                   points(panel.size.height), css(deck::code_ground)));
    auto path = markup::element(drawing, "path");
    xml::set_attribute(path, "d", path_data(code->drawing));
    xml::set_attribute(path, "fill", css(deck::code_ink));
}

}  // namespace triptych::deck_html
