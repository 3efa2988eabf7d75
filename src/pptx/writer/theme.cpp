#include <array>

#include <fmt/format.h>

#include "base/xml.hpp"
#include "pptx/drawing/element.hpp"
#include "pptx/opc/parts.hpp"
#include "pptx/writer/direction.hpp"
#include "pptx/writer/layouts.hpp"

namespace triptych::pptx {
namespace {

std::string hex(Colour colour) {
    return fmt::format("{:02X}{:02X}{:02X}", colour.red, colour.green, colour.blue);
}

void add_colours(pugi::xml_node elements, const style::Slides& look) {
    const auto& callouts = look.medium.callouts;
    const std::array<std::pair<const char*, Colour>, 12> colours = {
        {{"a:dk1", look.ink},
         {"a:lt1", look.ground},
         {"a:dk2", look.title_ground},
         {"a:lt2", look.title_ink},
         {"a:accent1", look.accent},
         {"a:accent2", look.title_accent},
         {"a:accent3", look.quiet},
         {"a:accent4", callouts[1].rule},
         {"a:accent5", callouts[2].rule},
         {"a:accent6", callouts[3].rule},
         {"a:hlink", look.medium.link},
         {"a:folHlink", look.medium.link}}};
    auto scheme = add(elements, "a:clrScheme", {{"name", "triptych"}});
    for (const auto& [name, colour] : colours)
        add(add(scheme, name), "a:srgbClr", {{"val", hex(colour)}});
}

void add_fonts(pugi::xml_node elements, const Writing& writing) {
    auto scheme = add(elements, "a:fontScheme", {{"name", "triptych"}});
    const std::array<std::pair<const char*, style::Role>, 2> kinds = {
        {{"a:majorFont", style::Role::slide_title}, {"a:minorFont", style::Role::body}}};
    for (const auto& [name, role] : kinds) {
        auto fonts = add(scheme, name);
        add(fonts, "a:latin", {{"typeface", writing.family(writing.text(role).family)}});
        const ScriptFaces faces = faces_for(writing.deck.language);
        add(fonts, "a:ea", {{"typeface", faces.east_asian}});
        add(fonts, "a:cs", {{"typeface", faces.complex}});
    }
}

/// Three plain fills, lines and effects: the format asks for three of each (ISO/IEC 29500-1
/// §20.1.4.1.14).
void add_formats(pugi::xml_node elements) {
    auto scheme = add(elements, "a:fmtScheme", {{"name", "triptych"}});
    const auto add_plain_fill = [](pugi::xml_node parent) {
        add(add(parent, "a:solidFill"), "a:schemeClr", {{"val", "phClr"}});
    };
    auto fills = add(scheme, "a:fillStyleLst");
    auto lines = add(scheme, "a:lnStyleLst");
    auto effects = add(scheme, "a:effectStyleLst");
    auto grounds = add(scheme, "a:bgFillStyleLst");
    for (const char* width : {"6350", "12700", "19050"}) {
        add_plain_fill(fills);
        add_plain_fill(add(lines, "a:ln", {{"w", width}}));
        add(add(effects, "a:effectStyle"), "a:effectLst");
        add_plain_fill(grounds);
    }
}

}  // namespace

void write_theme(const std::string& name, const Writing& writing) {
    pugi::xml_document document;
    auto theme = add_root(document, "a:theme",
                          {{"xmlns:a", "http://schemas.openxmlformats.org/drawingml/2006/main"},
                           {"name", writing.resources.sheet.name}});
    auto elements = add(theme, "a:themeElements");
    add_colours(elements, writing.look());
    add_fonts(elements, writing);
    add_formats(elements);
    writing.package.add(name, parts::theme, document);
}

}  // namespace triptych::pptx
