#include "pptx/drawing/element.hpp"

#include <algorithm>

#include <fmt/format.h>

#include "base/xml.hpp"
#include "pptx/drawing/emu.hpp"

namespace triptych::pptx {
namespace {

std::string hex(Colour colour) {
    return fmt::format("{:02X}{:02X}{:02X}", colour.red, colour.green, colour.blue);
}

void mark_decorative(pugi::xml_node properties) {
    auto extension = add(add(properties, "a:extLst"), "a:ext",
                         {{"uri", "{C183D7F6-B498-43B3-948B-1728B52AA6E4}"}});
    add(extension, "adec:decorative",
        {{"xmlns:adec", "http://schemas.microsoft.com/office/drawing/2017/decorative"},
         {"val", "1"}});
}

}  // namespace

pugi::xml_node add_presentation_root(pugi::xml_document& document, const char* name) {
    return add_root(
        document, name,
        {{"xmlns:a", "http://schemas.openxmlformats.org/drawingml/2006/main"},
         {"xmlns:r", "http://schemas.openxmlformats.org/officeDocument/2006/relationships"},
         {"xmlns:p", "http://schemas.openxmlformats.org/presentationml/2006/main"}});
}

std::string emu(Length length) {
    return std::to_string(length.scaled(emu_per_point, Length::per_point).units);
}

std::string hundredths(Length length) {
    return std::to_string((length.units * 100 + Length::per_point / 2) / Length::per_point);
}

void add_colour(pugi::xml_node parent, Colour colour, const Palette& palette) {
    const auto named = std::find_if(palette.begin(), palette.end(),
                                    [&](const ThemeColour& each) { return each.colour == colour; });
    if (named == palette.end()) {
        add(parent, "a:srgbClr", {{"val", hex(colour)}});
        return;
    }
    auto node = add(parent, "a:schemeClr", {{"val", named->name}});
    const auto thousandths = [](int per_cent) { return std::to_string(per_cent * 1000); };
    if (named->lum_mod != 100) add(node, "a:lumMod", {{"val", thousandths(named->lum_mod)}});
    if (named->lum_off != 0) add(node, "a:lumOff", {{"val", thousandths(named->lum_off)}});
}

void add_fill(pugi::xml_node parent, Colour colour, const Palette& palette) {
    add_colour(add(parent, "a:solidFill"), colour, palette);
}

void add_transform(pugi::xml_node parent, const char* name, const Rect& box) {
    auto transform = add(parent, name);
    add(transform, "a:off", {{"x", emu(box.at.x)}, {"y", emu(box.at.y)}});
    add(transform, "a:ext", {{"cx", emu(box.size.width)}, {"cy", emu(box.size.height)}});
}

void add_identity(pugi::xml_node parent, const Identity& identity) {
    auto properties =
        add(parent, "p:cNvPr", {{"id", std::to_string(identity.id)}, {"name", identity.name}});
    if (!identity.alternative.empty())
        xml::set_attribute(properties, "descr", identity.alternative);
    if (identity.decorative) mark_decorative(properties);
}

pugi::xml_node add_shape_tree(pugi::xml_node common_data) {
    auto tree = add(common_data, "p:spTree");
    auto properties = add(tree, "p:nvGrpSpPr");
    add_identity(properties, {1, ""});
    add(properties, "p:cNvGrpSpPr");
    add(properties, "p:nvPr");
    auto transform = add(add(tree, "p:grpSpPr"), "a:xfrm");
    add(transform, "a:off", {{"x", "0"}, {"y", "0"}});
    add(transform, "a:ext", {{"cx", "0"}, {"cy", "0"}});
    add(transform, "a:chOff", {{"x", "0"}, {"y", "0"}});
    add(transform, "a:chExt", {{"cx", "0"}, {"cy", "0"}});
    return tree;
}

void add_rectangle(pugi::xml_node tree, const Identity& identity, const Rect& box, Colour fill,
                   const Palette& palette) {
    auto shape = add(tree, "p:sp");
    auto properties = add(shape, "p:nvSpPr");
    add_identity(properties, identity);
    add(properties, "p:cNvSpPr");
    add(properties, "p:nvPr", {{"userDrawn", "1"}});
    auto drawing = add(shape, "p:spPr");
    add_transform(drawing, "a:xfrm", box);
    add(add(drawing, "a:prstGeom", {{"prst", "rect"}}), "a:avLst");
    add_fill(drawing, fill, palette);
    add(add(drawing, "a:ln"), "a:noFill");
}

namespace {

/// The names of links are those of the theme, or of the text of covers.
void add_colour_names(pugi::xml_node parent, const char* name, LinkColour links) {
    const bool as_text = links == LinkColour::cover_text;
    add(parent, name,
        {{"bg1", "lt1"},
         {"tx1", "dk1"},
         {"bg2", "lt2"},
         {"tx2", "dk2"},
         {"accent1", "accent1"},
         {"accent2", "accent2"},
         {"accent3", "accent3"},
         {"accent4", "accent4"},
         {"accent5", "accent5"},
         {"accent6", "accent6"},
         {"hlink", as_text ? "lt2" : "hlink"},
         {"folHlink", as_text ? "lt2" : "folHlink"}});
}

}  // namespace

void add_colour_map(pugi::xml_node master) {
    add_colour_names(master, "p:clrMap", LinkColour::theme);
}

void add_colour_override(pugi::xml_node parent, LinkColour links) {
    auto over = add(parent, "p:clrMapOvr");
    if (links == LinkColour::theme)
        add(over, "a:masterClrMapping");
    else
        add_colour_names(over, "a:overrideClrMapping", links);
}

}  // namespace triptych::pptx
