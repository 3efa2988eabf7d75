#include "pptx/writer/shapes.hpp"

#include "base/match.hpp"
#include "base/xml.hpp"

namespace triptych::pptx {
namespace {

constexpr const char* number_field_id = "{86CB4B4D-7CA3-9044-876B-883B54F8677D}";

void add_point(pugi::xml_node step, Point at) {
    add(step, "a:pt", {{"x", emu(at.x)}, {"y", emu(at.y)}});
}

}  // namespace

namespace {

/// The frame that gives the placeholder's text the box.
Rect frame_around(const Rect& box, const Placeholder& placeholder) {
    const Rect &text = placeholder.box, &frame = placeholder.frame;
    return {{box.at.x + frame.at.x - text.at.x, box.at.y + frame.at.y - text.at.y},
            {box.size.width + frame.size.width - text.size.width,
             box.size.height + frame.size.height - text.size.height}};
}

}  // namespace

pugi::xml_node open_placeholder(pugi::xml_node tree, const Identity& identity,
                                const Placeholder& placeholder, const Rect& box, PlaceOf place) {
    auto shape = add(tree, "p:sp");
    auto properties = add(shape, "p:nvSpPr");
    add_identity(properties, identity);
    add(add(properties, "p:cNvSpPr"), "a:spLocks", {{"noGrp", "1"}});
    add_placeholder_reference(add(properties, "p:nvPr"), placeholder);
    auto drawing = add(shape, "p:spPr");
    if (place == PlaceOf::shape || box != placeholder.box) {
        add_transform(drawing, "a:xfrm", frame_around(box, placeholder));
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
        add_fill(drawing, *text_box.ground, writing.base.palette);
    else
        add(drawing, "a:noFill");
    if (text_box.border)
        add_fill(add(drawing, "a:ln", {{"w", "9525"}}), *text_box.border, writing.base.palette);
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

void add_path(pugi::xml_node tree, const Identity& identity, const Rect& box,
              const pages::Path& path, const Writing& writing) {
    auto shape = add(tree, "p:sp");
    auto properties = add(shape, "p:nvSpPr");
    add_identity(properties, identity);
    add(properties, "p:cNvSpPr");
    add(properties, "p:nvPr");
    auto drawing = add(shape, "p:spPr");
    add_transform(drawing, "a:xfrm", box);
    auto geometry = add(drawing, "a:custGeom");
    for (const char* list : {"a:avLst", "a:gdLst", "a:ahLst", "a:cxnLst"}) add(geometry, list);
    add(geometry, "a:rect", {{"l", "0"}, {"t", "0"}, {"r", "r"}, {"b", "b"}});
    auto steps = add(add(geometry, "a:pathLst"), "a:path",
                     {{"w", emu(box.size.width)}, {"h", emu(box.size.height)}});
    for (const auto& segment : path.segments)
        std::visit(
            Match{[&](const pages::MoveTo& step) { add_point(add(steps, "a:moveTo"), step.to); },
                  [&](const pages::LineTo& step) { add_point(add(steps, "a:lnTo"), step.to); },
                  [&](const pages::CurveTo& step) {
                      auto curve = add(steps, "a:cubicBezTo");
                      for (const Point& point : {step.control1, step.control2, step.to})
                          add_point(curve, point);
                  },
                  [&](const pages::ClosePath&) { add(steps, "a:close"); }},
            segment);
    if (path.fill)
        add_fill(drawing, *path.fill, writing.base.palette);
    else
        add(drawing, "a:noFill");
    auto line = add(drawing, "a:ln");
    if (path.stroke) {
        xml::set_attribute(line, "w", emu(path.line_width));
        add_fill(line, *path.stroke, writing.base.palette);
    } else {
        add(line, "a:noFill");
    }
}

void add_ornament(pugi::xml_node tree, unsigned id, const deck::Ornament& ornament,
                  const Writing& writing) {
    const Identity identity = decoration_identity(id, writing);
    if (ornament.form == deck::Form::rectangle)
        return add_rectangle(tree, identity, ornament.box,
                             deck::colour_of(ornament.paint, writing.look()), writing.base.palette);
    add_path(tree, identity, ornament.box, deck::path_of(ornament, writing.look()), writing);
}

}  // namespace triptych::pptx
