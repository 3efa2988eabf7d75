#include "deck_html/code.hpp"

#include <string>

#include <fmt/format.h>

#include "base/colour.hpp"
#include "base/match.hpp"
#include "base/xml.hpp"
#include "deck/setting/address_code.hpp"
#include "deck_html/look.hpp"
#include "deck_html/path_data.hpp"
#include "markup/writer.hpp"

namespace triptych::deck_html {
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
    xml::set_attribute(path, "d", path_data(code->drawing.segments));
    xml::set_attribute(path, "fill", css(deck::code_ink));
}

}  // namespace triptych::deck_html
