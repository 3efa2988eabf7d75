#include "slides/pptx/shapes.hpp"

#include "base/xml.hpp"

namespace triptych::slides::pptx {
namespace {

constexpr const char* number_field_id = "{86CB4B4D-7CA3-9044-876B-883B54F8677D}";

}  // namespace

pugi::xml_node open_placeholder(pugi::xml_node tree, const Identity& identity,
                                const Placeholder& placeholder, std::optional<Rect> box) {
    auto shape = add(tree, "p:sp");
    auto properties = add(shape, "p:nvSpPr");
    add_identity(properties, identity);
    add(add(properties, "p:cNvSpPr"), "a:spLocks", {{"noGrp", "1"}});
    add_placeholder_reference(add(properties, "p:nvPr"), placeholder);
    auto drawing = add(shape, "p:spPr");
    if (box) {
        add_transform(drawing, "a:xfrm", *box);
        add(add(drawing, "a:prstGeom", {{"prst", "rect"}}), "a:avLst");
    }
    return shape;
}

void add_number_field(pugi::xml_node p, std::string_view shown, const TextTarget& target,
                      const Writing& writing) {
    auto run = add_run(p, shown, target, writing).parent();
    run.set_name("a:fld");
    xml::set_attribute(run, "id", number_field_id);
    xml::set_attribute(run, "type", "slidenum");
}

pugi::xml_node add_text_box(pugi::xml_node tree, const Identity& identity, const TextBox& text_box,
                            const Writing& writing) {
    auto shape = add(tree, "p:sp");
    auto properties = add(shape, "p:nvSpPr");
    add_identity(properties, identity);
    add(properties, "p:cNvSpPr", {{"txBox", "1"}});
    add(properties, "p:nvPr");
    auto drawing = add(shape, "p:spPr");
    add_transform(drawing, "a:xfrm", text_box.box);
    add(add(drawing, "a:prstGeom", {{"prst", "rect"}}), "a:avLst");
    if (text_box.ground)
        add_fill(drawing, *text_box.ground, writing.look());
    else
        add(drawing, "a:noFill");
    if (text_box.border)
        add_fill(add(drawing, "a:ln", {{"w", "9525"}}), *text_box.border, writing.look());
    auto body = add(shape, "p:txBody");
    const std::string inset = emu(text_box.padding);
    auto frame = add(body, "a:bodyPr",
                     {{"vert", "horz"},
                      {"wrap", "square"},
                      {"lIns", inset},
                      {"tIns", inset},
                      {"rIns", inset},
                      {"bIns", inset},
                      {"anchor", text_box.anchor}});
    add(frame, "a:normAutofit");
    add(body, "a:lstStyle");
    return body;
}

}  // namespace triptych::slides::pptx
