#include <array>

#include "base/words.hpp"
#include "base/xml.hpp"
#include "pptx/drawing/element.hpp"
#include "pptx/opc/parts.hpp"
#include "pptx/writer/layouts.hpp"
#include "pptx/writer/shapes.hpp"
#include "pptx/writer/text.hpp"

namespace triptych::pptx {
namespace {

using style::Role;

constexpr unsigned list_levels = 9;
constexpr std::uint32_t first_layout_id = 2147483649;  // ST_SlideLayoutId starts at 2³¹

std::string_view layout_name(LayoutKind kind, bool french) {
    switch (kind) {
        case LayoutKind::title:
            return french ? "Titre" : "Title";
        case LayoutKind::part:
            return french ? "Partie" : "Part";
        case LayoutKind::divider:
            return french ? "Intertitre" : "Divider";
        case LayoutKind::content:
            return french ? "Contenu" : "Content";
        case LayoutKind::numbered:
            return french ? "Pilier numéroté" : "Numbered pillar";
        case LayoutKind::divided:
            return french ? "Idée et points" : "Claim and points";
        case LayoutKind::wide:
            return french ? "Pleine largeur" : "Full width";
        case LayoutKind::closing:
            return french ? "Fin" : "Closing";
        case LayoutKind::picture:
            return french ? "Texte et image" : "Text and picture";
        case LayoutKind::full_picture:
            return french ? "Image pleine page" : "Full picture";
        case LayoutKind::table:
            return french ? "Tableau" : "Table";
        case LayoutKind::count_:
            break;
    }
    return {};
}

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
        case LayoutKind::numbered:
        case LayoutKind::divided:
        case LayoutKind::wide:
        case LayoutKind::picture:
        case LayoutKind::full_picture:
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

/// A placeholder of the master or a layout, with its place, look and prompt.
void add_placeholder(pugi::xml_node tree, const Placeholder& placeholder, unsigned id,
                     const Writing& writing) {
    auto shape = open_placeholder(tree, {id, std::string(placeholder.name)}, placeholder,
                                  placeholder.box, PlaceOf::shape);
    auto body = add(shape, "p:txBody");
    auto frame = add(body, "a:bodyPr",
                     {{"vert", "horz"},
                      {"wrap", "square"},
                      {"lIns", "0"},
                      {"tIns", "0"},
                      {"rIns", "0"},
                      {"bIns", "0"},
                      {"anchor", placeholder.anchor}});
    add(frame, "a:normAutofit");
    auto list = add(body, "a:lstStyle");
    auto style = writing.text(placeholder.role);
    if (placeholder.use == Use::page_number) style.align = style::TextAlign::end;
    if (placeholder.use != Use::body)
        add_plain_level(list, "a:lvl1pPr", style, placeholder.ink, writing);
    auto p = add(body, "a:p");
    const TextTarget target{};
    if (placeholder.use == Use::page_number)
        add_number_field(p, "‹#›", target, writing);
    else
        add_run(p, placeholder.name, target, writing);
}

void add_decorations(pugi::xml_node tree, deck::SlideKind kind, unsigned first_id,
                     const Writing& writing) {
    const auto& look = writing.look();
    for (const auto& decoration : deck::decorations(kind, look))
        add_rectangle(tree, decoration_identity(first_id++, writing), decoration.box,
                      decoration.fill, writing.base.palette);
}

void write_layout(LayoutKind kind, const Writing& writing) {
    const bool french = is_french(writing.deck.language);
    pugi::xml_document document;
    auto layout = add_presentation_root(document, "p:sldLayout");
    if (const auto type = layout_type(kind); !type.empty())
        xml::set_attribute(layout, "type", type);
    if (is_cover(kind)) xml::set_attribute(layout, "showMasterSp", "0");
    xml::set_attribute(layout, "preserve", "1");
    auto common = add(layout, "p:cSld", {{"name", layout_name(kind, french)}});
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
}

void write_master(const Writing& writing) {
    pugi::xml_document document;
    auto master = add_presentation_root(document, "p:sldMaster");
    auto common = add(master, "p:cSld");
    add_ground(common, writing.look().ground, writing.base.palette);
    auto tree = add_shape_tree(common);
    add_decorations(tree, deck::SlideKind::content, 2, writing);
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
    writing.package.add(master_part, parts::slide_master, document);
    write_theme("ppt/theme/theme1.xml", writing);
    writing.package.relate(master_part, parts::theme, "ppt/theme/theme1.xml");
}

}  // namespace triptych::pptx
