#include <array>

#include "base/words.hpp"
#include "base/xml.hpp"
#include "deck/setting/scale.hpp"
#include "pptx/drawing/element.hpp"
#include "pptx/opc/parts.hpp"
#include "pptx/words.hpp"
#include "pptx/writer/direction.hpp"
#include "pptx/writer/layouts.hpp"
#include "pptx/writer/shapes.hpp"
#include "pptx/writer/text.hpp"

namespace triptych::pptx {
namespace {

using style::Role;

constexpr unsigned list_levels = 9;
constexpr std::uint32_t first_layout_id = 2147483649;  // ST_SlideLayoutId starts at 2³¹

/// Their keys in `pptx/words`, in the order of `LayoutKind`.
constexpr std::array<std::string_view, layout_count> layout_keys = {
    "cover",  "part",       "divider",   "chapter",          "numbered_pillar",
    "pillar", "cards",      "terms",     "comparison",       "two_columns",
    "steps",  "checklist",  "table",     "text_and_picture", "full_picture",
    "code",   "key_number", "statement", "content",          "full_width",
    "closing"};

std::string_view layout_type(LayoutKind kind) {
    switch (kind) {
        case LayoutKind::title:
            return "title";
        case LayoutKind::part:
            return "secHead";
        case LayoutKind::content:
            return "obj";
        case LayoutKind::table:
            return "tbl";
        case LayoutKind::divider:
        case LayoutKind::chapter:
        case LayoutKind::pillar:
        case LayoutKind::plain_pillar:
        case LayoutKind::siblings:
        case LayoutKind::terms:
        case LayoutKind::compare:
        case LayoutKind::pair:
        case LayoutKind::process:
        case LayoutKind::checklist:
        case LayoutKind::picture:
        case LayoutKind::full_picture:
        case LayoutKind::code:
        case LayoutKind::number:
        case LayoutKind::statement:
        case LayoutKind::wide:
        case LayoutKind::closing:
        case LayoutKind::count_:
            break;
    }
    return {};
}

void add_ground(pugi::xml_node common, Colour colour, const Palette& palette) {
    auto properties = add(add(common, "p:bg"), "p:bgPr");
    add_fill(properties, colour, palette);
    add(properties, "a:effectLst");
}

void add_spacing(pugi::xml_node properties, const char* name, Length space) {
    add(add(properties, name), "a:spcPts", {{"val", hundredths(space)}});
}

/// Properties of paragraphs without a bullet.
void add_plain_level(pugi::xml_node parent, const char* name, const style::TextStyle& style,
                     Colour ink, const Writing& writing) {
    const bool at_end = style.align == style::TextAlign::end;
    auto level = add(parent, name, {{"marL", "0"}, {"indent", "0"}, {"algn", at_end ? "r" : "l"}});
    add(add(level, "a:lnSpc"), "a:spcPct", {{"val", line_spacing(style, writing)}});
    add_spacing(level, "a:spcBef", {});
    add(level, "a:buNone");
    add_text_look(add(level, "a:defRPr"), style, ink, writing);
}

void add_list_level(pugi::xml_node styles, unsigned number, const Writing& writing) {
    const auto& look = writing.look();
    const Length indent = look.medium.list_indent;
    const std::string name = "a:lvl" + std::to_string(number) + "pPr";
    auto level = add(styles, name.c_str(),
                     {{"marL", emu(indent * number)}, {"indent", emu(-indent)}, {"algn", "l"}});
    const auto& style = writing.text(Role::list);
    add(add(level, "a:lnSpc"), "a:spcPct", {{"val", line_spacing(style, writing)}});
    add_spacing(level, "a:spcBef", look.medium[Role::list].space_before);
    add_colour(add(level, "a:buClr"), look.accent, writing.base.palette);
    add(level, "a:buChar", {{"char", number % 2 == 1 ? "•" : "–"}});
    add_text_look(add(level, "a:defRPr"), style, look.ink, writing);
}

void add_text_styles(pugi::xml_node master, const Writing& writing) {
    auto styles = add(master, "p:txStyles");
    add_plain_level(add(styles, "p:titleStyle"), "a:lvl1pPr", writing.text(Role::slide_title),
                    writing.look().ink, writing);
    auto body = add(styles, "p:bodyStyle");
    for (unsigned level = 1; level <= list_levels; ++level) add_list_level(body, level, writing);
    add_plain_level(add(styles, "p:otherStyle"), "a:lvl1pPr", writing.text(Role::body),
                    writing.look().ink, writing);
}

/// The look of a placeholder's text.
style::TextStyle style_of(const Placeholder& placeholder, const Writing& writing) {
    auto style = writing.text(placeholder.role);
    if (placeholder.size.units > 0) style = deck::resized(style, placeholder.size);
    if (placeholder.weight > 0) style.weight = placeholder.weight;
    if (placeholder.use == Use::page_number) style.align = style::TextAlign::end;
    return style;
}

/// A placeholder of the master or a layout, with its place, look and prompt.
void add_placeholder(pugi::xml_node tree, const Placeholder& placeholder, unsigned id,
                     const Writing& writing) {
    auto shape = open_placeholder(tree, {id, std::string(placeholder.name)}, placeholder,
                                  placeholder.box, PlaceOf::shape);
    if (placeholder.ground)
        add_fill(shape.child("p:spPr"), *placeholder.ground, writing.base.palette);
    auto body = add(shape, "p:txBody");
    const std::string across = emu(placeholder.box.at.x - placeholder.frame.at.x);
    const std::string down = emu(placeholder.box.at.y - placeholder.frame.at.y);
    auto frame = add(body, "a:bodyPr",
                     {{"vert", "horz"},
                      {"wrap", "square"},
                      {"lIns", across},
                      {"tIns", down},
                      {"rIns", across},
                      {"bIns", down},
                      {"anchor", placeholder.anchor}});
    add(frame, "a:normAutofit");
    auto list = add(body, "a:lstStyle");
    if (placeholder.use != Use::body)
        add_plain_level(list, "a:lvl1pPr", style_of(placeholder, writing), placeholder.ink,
                        writing);
    auto p = add(body, "a:p");
    const TextTarget target{};
    if (placeholder.use == Use::page_number)
        add_number_field(p, "‹#›", target, writing);
    else
        add_run(p, placeholder.name, target, writing);
}

void add_decorations(pugi::xml_node tree, deck::SlideKind kind, unsigned first_id,
                     const Writing& writing) {
    for (const auto& ornament : deck::decorations(kind, writing.look()))
        add_ornament(tree, first_id++, ornament, writing);
}

void write_layout(LayoutKind kind, const Writing& writing) {
    pugi::xml_document document;
    auto layout = add_presentation_root(document, "p:sldLayout");
    if (const auto type = layout_type(kind); !type.empty())
        xml::set_attribute(layout, "type", type);
    if (is_cover(kind)) xml::set_attribute(layout, "showMasterSp", "0");
    xml::set_attribute(layout, "preserve", "1");
    auto common = add(layout, "p:cSld",
                      {{"name", layout_word(layout_keys[static_cast<std::size_t>(kind)],
                                            writing.deck.language)}});
    if (is_cover(kind))
        add_ground(common, deck::cover_look(slide_kind(kind), writing.look()).ground,
                   writing.base.palette);
    auto tree = add_shape_tree(common);
    unsigned id = 2;
    if (is_cover(kind)) add_decorations(tree, slide_kind(kind), id, writing);
    id += 10;
    for (const auto& placeholder : writing.base.layout(kind).placeholders)
        add_placeholder(tree, placeholder, id++, writing);
    add_colour_override(layout, writing.base.layout(kind).links);
    set_direction(document, Shapes::of_slides, writing);
    writing.package.add(layout_part(kind), parts::slide_layout, document);
    writing.package.relate(layout_part(kind), parts::slide_master, master_part);
}

}  // namespace

void add_text_look(pugi::xml_node properties, const style::TextStyle& style, Colour ink,
                   const Writing& writing) {
    const auto set = [&](const char* key, std::string_view value) {
        xml::set_attribute(properties, key, value);
    };
    set("sz", hundredths(style.size));
    set("b", style.weight >= 600 ? "1" : "0");
    set("i", style.italic ? "1" : "0");
    if (style.upper_case || style.small_caps) set("cap", style.upper_case ? "all" : "small");
    if (style.tracking.units != 0) set("spc", hundredths(style.tracking));
    add_fill(properties, ink, writing.base.palette);
    std::string face = writing.family(style.family);
    if (style.family == writing.text(Role::body).family) face = "+mn-lt";
    if (style.family == writing.text(Role::slide_title).family) face = "+mj-lt";
    if (style.weight <= 300) face = writing.family(style.family) + " Light";
    add(properties, "a:latin", {{"typeface", face}});
    const ScriptFaces faces = faces_for(writing.deck.language);
    const std::string theme = face == "+mj-lt" ? "+mj-" : "+mn-";
    if (!faces.east_asian.empty()) add(properties, "a:ea", {{"typeface", theme + "ea"}});
    if (!faces.complex.empty()) add(properties, "a:cs", {{"typeface", theme + "cs"}});
}

void write_master(const Writing& writing) {
    pugi::xml_document document;
    auto master = add_presentation_root(document, "p:sldMaster");
    auto common = add(master, "p:cSld");
    add_ground(common, writing.look().ground, writing.base.palette);
    auto tree = add_shape_tree(common);
    unsigned id = 10;
    for (const auto& placeholder : writing.base.layout(LayoutKind::content).placeholders) {
        const bool shared = placeholder.use == Use::title || placeholder.use == Use::body ||
                            placeholder.use == Use::footer || placeholder.use == Use::page_number;
        if (shared) add_placeholder(tree, placeholder, id++, writing);
    }
    add_colour_map(master);
    auto ids = add(master, "p:sldLayoutIdLst");
    for (std::size_t i = 0; i < layout_count; ++i) {
        const auto kind = static_cast<LayoutKind>(i);
        write_layout(kind, writing);
        const std::string relationship =
            writing.package.relate(master_part, parts::slide_layout, layout_part(kind));
        add(ids, "p:sldLayoutId",
            {{"id", std::to_string(first_layout_id + i)}, {"r:id", relationship}});
    }
    add_text_styles(master, writing);
    set_direction(document, Shapes::of_slides, writing);
    writing.package.add(master_part, parts::slide_master, document);
    write_theme("ppt/theme/theme1.xml", writing);
    writing.package.relate(master_part, parts::theme, "ppt/theme/theme1.xml");
}

}  // namespace triptych::pptx
