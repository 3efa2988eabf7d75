#include <algorithm>

#include "base/is_one_of.hpp"
#include "base/number_signs.hpp"
#include "base/words.hpp"
#include "base/xml.hpp"
#include "doc/own_words.hpp"
#include "pptx/drawing/element.hpp"
#include "pptx/opc/parts.hpp"
#include "pptx/templates/template.hpp"
#include "pptx/words.hpp"
#include "pptx/writer/direction.hpp"
#include "pptx/writer/layouts.hpp"
#include "pptx/writer/shapes.hpp"
#include "pptx/writer/slide.hpp"
#include "pptx/writer/text.hpp"

namespace triptych::pptx {
namespace {

using namespace literals;

constexpr Rect page_picture = {{54_pt, 54_pt}, {432_pt, 243_pt}};  // room for it
constexpr Rect page_text = {{54_pt, 324_pt}, {432_pt, 340_pt}};
constexpr Rect page_number = {{306_pt, 684_pt}, {180_pt, 24_pt}};
constexpr Length text_size = 12_pt;

/// A slide of any ratio in the room for its picture.
Rect picture_of(const Size& slide) {
    Size size = {page_picture.size.height.scaled(slide.width.units, slide.height.units),
                 page_picture.size.height};
    if (size.width > page_picture.size.width)
        size = {page_picture.size.width,
                page_picture.size.width.scaled(slide.height.units, slide.width.units)};
    return {{page_picture.at.x + (page_picture.size.width - size.width) / 2, page_picture.at.y},
            size};
}

/// Behind those of the slide masters.
std::string theme_part(const Base& base) {
    const std::size_t masters = base.given ? base.given->masters.size() : 1;
    return "ppt/theme/theme" + std::to_string(masters + 1) + ".xml";
}

/// Whether the master of the notes has a placeholder of the type.
bool has_placeholder(const Base& base, std::string_view type) {
    if (base.is_own() || base.given->notes_master.empty()) return true;
    const auto& types = base.given->notes_placeholders;
    return is_one_of(type, types);
}

std::string notes_part(std::size_t slide) {
    return "ppt/notesSlides/notesSlide" + std::to_string(slide + 1) + ".xml";
}

Identity named(unsigned id, std::string_view name, const Writing& writing) {
    return {id, std::string(shape_name(name, writing.deck.language))};
}

pugi::xml_node add_shape(pugi::xml_node tree, const Identity& identity, std::string_view type,
                         std::string_view index) {
    auto shape = add(tree, "p:sp");
    auto properties = add(shape, "p:nvSpPr");
    add_identity(properties, identity);
    auto locks = add(add(properties, "p:cNvSpPr"), "a:spLocks", {{"noGrp", "1"}});
    if (type == "sldImg") {
        xml::set_attribute(locks, "noRot", "1");
        xml::set_attribute(locks, "noChangeAspect", "1");
    }
    auto reference = add(add(properties, "p:nvPr"), "p:ph", {{"type", type}});
    if (!index.empty()) xml::set_attribute(reference, "idx", index);
    add(shape, "p:spPr");
    return shape;
}

void set_box(pugi::xml_node shape, const Rect& box) {
    auto drawing = shape.child("p:spPr");
    add_transform(drawing, "a:xfrm", box);
    add(add(drawing, "a:prstGeom", {{"prst", "rect"}}), "a:avLst");
}

pugi::xml_node add_text_body(pugi::xml_node shape) {
    auto body = add(shape, "p:txBody");
    add(body, "a:bodyPr");
    add(body, "a:lstStyle");
    return body;
}

void add_number(pugi::xml_node shape, std::string_view shown, const Writing& writing) {
    auto p = add(add_text_body(shape), "a:p");
    add_number_field(p, shown, {}, writing);
}

/// Of all levels that lists have; paragraphs say how far they are set in.
void add_text_style(pugi::xml_node parent, const Writing& writing) {
    constexpr int levels = 9;
    for (int number = 1; number <= levels; ++number) {
        const std::string name = "a:lvl" + std::to_string(number) + "pPr";
        auto level = add(parent, name.c_str(), {{"marL", "0"}, {"indent", "0"}, {"algn", "l"}});
        add(add(level, "a:spcBef"), "a:spcPts", {{"val", "600"}});
        auto look = add(level, "a:defRPr", {{"sz", hundredths(text_size)}});
        add_fill(look, writing.look().ink, writing.base.palette);
        add(look, "a:latin", {{"typeface", "+mn-lt"}});
    }
}

Identity notes_shape(const Writing& writing) {
    return {3, std::string(word_in(writing.deck.language, Word::notes))};
}

}  // namespace

bool needs_notes_master(const Writing& writing) {
    const auto* given = writing.base.given;
    return has_notes(writing.deck) && (given == nullptr || given->notes_master.empty());
}

bool has_notes(const deck::Deck& deck) {
    return std::any_of(deck.slides.begin(), deck.slides.end(),
                       [](const deck::Slide& slide) { return !slide.notes.empty(); });
}

void write_notes_master(const Writing& writing) {
    pugi::xml_document document;
    auto master = add_presentation_root(document, "p:notesMaster");
    auto common = add(master, "p:cSld");
    auto ground = add(add(common, "p:bg"), "p:bgRef", {{"idx", "1001"}});
    add(ground, "a:schemeClr", {{"val", "bg1"}});
    auto tree = add_shape_tree(common);
    set_box(add_shape(tree, named(2, "Slide picture", writing), "sldImg", "2"),
            picture_of(writing.base.given ? writing.base.given->size : writing.look().size));
    auto text = add_shape(tree, notes_shape(writing), "body", "3");
    set_box(text, page_text);
    auto body = add_text_body(text);
    // LibreOffice reads no style of notes but this.
    add_text_style(body.child("a:lstStyle"), writing);
    add_runs(add(body, "a:p"), doc::own_words(Word::notes, writing.deck.language), {}, writing);
    auto number = add_shape(tree, named(4, "Slide number", writing), "sldNum", "5");
    set_box(number, page_number);
    add_number(number, "‹#›", writing);
    add_colour_map(master);
    add_text_style(add(master, "p:notesStyle"), writing);
    set_direction(document, Shapes::of_notes, writing);
    writing.package.add(notes_master_part, parts::notes_master, document);
    const std::string theme = theme_part(writing.base);
    write_theme(theme, writing);
    writing.package.relate(notes_master_part, parts::theme, theme);
}

void write_notes(std::size_t number, const Writing& writing) {
    const std::string part = notes_part(number);
    pugi::xml_document document;
    auto notes = add_presentation_root(document, "p:notes");
    auto tree = add_shape_tree(add(notes, "p:cSld"));
    if (has_placeholder(writing.base, "sldImg"))
        add_shape(tree, named(2, "Slide picture", writing), "sldImg", "");
    auto body = add_text_body(add_shape(tree, notes_shape(writing), "body", "1"));
    add_paragraphs(body, writing.deck.slides[number].notes, {part, Links::plain}, writing);
    if (has_placeholder(writing.base, "sldNum"))
        add_number(add_shape(tree, named(4, "Slide number", writing), "sldNum", "5"),
                   own_digits(number + 1, writing.deck.language), writing);
    add_colour_override(notes, LinkColour::theme);
    set_direction(document, Shapes::of_notes, writing);
    writing.package.add(part, parts::notes_slide, document);
    writing.package.relate(part, parts::notes_master, notes_master_part);
    writing.package.relate(part, parts::slide, slide_part(number));
    writing.package.relate(slide_part(number), parts::notes_slide, part);
}

}  // namespace triptych::pptx
