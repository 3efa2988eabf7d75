#include <algorithm>
#include <string>
#include <string_view>

#include <fmt/format.h>

#include "base/xml.hpp"
#include "doc/mark_colours.hpp"
#include "markup/mathml.hpp"
#include "markup/mathml_parts.hpp"

/// Signs of a class, arrows with words, frames, room, colours.
namespace triptych::markup::mathml {
namespace {

/// Room around signs of a class, in ems (MathML Core, operator dictionary).
struct ClassRoom {
    const char *before, *behind;
};
ClassRoom room_around(tex::SignClass kind) {
    switch (kind) {
        case tex::SignClass::binary:
            return {"0.222em", "0.222em"};
        case tex::SignClass::relation:
            return {"0.278em", "0.278em"};
        case tex::SignClass::large:
        case tex::SignClass::inner:
            return {"0.167em", "0.167em"};
        case tex::SignClass::punctuation:
            return {"0", "0.167em"};
        case tex::SignClass::ordinary:
        case tex::SignClass::opening:
        case tex::SignClass::closing:
            break;
    }
    return {"0", "0"};
}

/// The words make the arrow as long as they are, with room at both ends.
void append_arrow_words(pugi::xml_node parent, const tex::Nodes& words, std::string_view place) {
    auto row = element(parent, "mrow");
    add_class(row, place);
    for (const bool first : {true, false}) {
        xml::set_attribute(element(row, "mspace"), "width", "0.4em");
        if (first) append(row, words);
    }
}

}  // namespace

/// One sign stands off by itself; around more stands room.
void append_classed(pugi::xml_node parent, const tex::Classed& classed) {
    const auto room = room_around(classed.kind);
    const auto* sign = classed.body.size() == 1
                           ? std::get_if<tex::Operator>(&classed.body.front().content)
                           : nullptr;
    const auto* name = classed.body.size() == 1
                           ? std::get_if<tex::Identifier>(&classed.body.front().content)
                           : nullptr;
    if (sign != nullptr || name != nullptr) {
        auto node = text_element(parent, "mo", sign ? sign->text : name->text);
        xml::set_attribute(node, "lspace", room.before);
        xml::set_attribute(node, "rspace", room.behind);
        return;
    }
    auto row = element(parent, "mrow");
    const auto add_room = [&](const char* width) {
        if (std::string_view(width) != "0")
            xml::set_attribute(element(row, "mspace"), "width", width);
    };
    add_room(room.before);
    append(row, classed.body);
    add_room(room.behind);
}

void append_arrow(pugi::xml_node parent, const tex::Arrow& arrow) {
    const bool over = !arrow.above.empty() || arrow.below.empty();
    const bool both = over && !arrow.below.empty();
    auto node = element(parent, both ? "munderover" : over ? "mover" : "munder");
    auto sign = text_element(node, "mo", drawn_arrow(arrow));
    xml::set_attribute(sign, "stretchy", "true");
    if (!arrow.below.empty()) append_arrow_words(node, arrow.below, "");
    if (over) append_arrow_words(node, arrow.above, "over-arrow");
}

/// MathML Core has no `menclose`: the style sheet draws.
void append_enclosed(pugi::xml_node parent, const tex::Enclosed& enclosed) {
    auto row = element(parent, "mrow");
    if (enclosed.frame) add_class(row, "boxed");
    if (enclosed.rising && enclosed.falling)
        add_class(row, "crossed");
    else if (enclosed.rising || enclosed.falling)
        add_class(row, enclosed.rising ? "rising" : "falling");
    if (enclosed.level) add_class(row, "struck");
    append(row, enclosed.body);
}

void append_padded(pugi::xml_node parent, const tex::Padded& padded) {
    const bool narrow = !padded.width || padded.lap != tex::Lap::none;
    pugi::xml_node outer = parent;
    if (narrow || !padded.height || !padded.depth) {
        outer = element(parent, "mpadded");
        if (narrow) xml::set_attribute(outer, "width", "0");
        if (!padded.height) xml::set_attribute(outer, "height", "0");
        if (!padded.depth) xml::set_attribute(outer, "depth", "0");
    }
    auto inner = element(outer, padded.shown ? "mrow" : "mphantom");
    if (padded.lap == tex::Lap::left) add_class(inner, "lap-left");
    if (padded.lap == tex::Lap::both) add_class(inner, "lap-both");
    append(inner, padded.body);
}

void append_coloured(pugi::xml_node parent, const tex::Coloured& coloured) {
    auto row = element(parent, "mrow");
    if (coloured.colour != doc::MarkColour::none)
        add_class(row, fmt::format("{}-{}", coloured.ground ? "ground" : "text",
                                   doc::name(coloured.colour)));
    append(row, coloured.body);
}

void append_sized(pugi::xml_node parent, const tex::Sized& sized) {
    auto node = element(parent, "mstyle");
    xml::set_attribute(node, "mathsize", fmt::format("{}%", sized.percent));
    append(node, sized.body);
}

}  // namespace triptych::markup::mathml
