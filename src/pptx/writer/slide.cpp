#include "pptx/writer/slide.hpp"

#include <algorithm>
#include <string>
#include <utility>
#include <vector>

#include "base/xml.hpp"
#include "deck/fit/full_picture.hpp"
#include "deck/setting/address_code.hpp"
#include "deck/setting/measure.hpp"
#include "deck/setting/setting.hpp"
#include "doc/walk.hpp"
#include "pptx/drawing/element.hpp"
#include "pptx/opc/parts.hpp"
#include "pptx/writer/body.hpp"
#include "pptx/writer/layouts.hpp"
#include "pptx/writer/shapes.hpp"
#include "pptx/writer/text.hpp"

namespace triptych::pptx {
namespace {

using style::Role;

/// How paragraphs of a placeholder differ from its own look; zero where they don't.
struct LineLook {
    Length gap;        ///< between them
    Length size;       ///< larger than the placeholder's
    Length shrunk_to;  ///< smaller than the placeholder's
};

/// Writes the shapes of one slide in reading order.
class SlideWriter {
public:
    SlideWriter(std::size_t number, const Writing& writing)
        : number_(number),
          slide_(writing.deck.slides[number]),
          writing_(writing),
          part_(slide_part(number)),
          boxes_(deck::arrange(slide_, writing.look())),
          layout_(writing.base.layout_for(slide_)) {}

    void write() {
        pugi::xml_document document;
        auto root = add_presentation_root(document, "p:sld");
        tree_ = add_shape_tree(add(root, "p:cSld"));
        writing_.package.relate(part_, parts::slide_layout, layout_.part);
        for (const auto& placeholder : layout_.placeholders) add_use(placeholder);
        if (slide_.kind == deck::SlideKind::full_picture) add_caption();
        add_colour_override(root, layout_.links);
        writing_.package.add(part_, parts::slide, document);
    }

private:
    void add_use(const Placeholder& placeholder) {
        switch (placeholder.use) {
            case Use::kicker:
                add_kicker(placeholder);
                break;
            case Use::title:
                add_title(placeholder);
                break;
            case Use::claim:
                add_numeral();
                add_claim(placeholder);
                break;
            case Use::body:
            case Use::table:
                add_body(tree_, slide_, boxes_, next_id_, {part_, layout_}, writing_);
                break;
            case Use::picture:
                if (slide_.kind == deck::SlideKind::full_picture) add_full_picture(placeholder);
                break;
            case Use::links:
                add_lines(placeholder, slide_.links, boxes_.links, {});
                break;
            case Use::meta:
                add_meta(placeholder);
                break;
            case Use::footer:
                add_footer(placeholder);
                break;
            case Use::page_number:
                add_page_number(placeholder);
                break;
        }
    }

    TextTarget plain() const { return {part_}; }
    Identity next_identity(const Placeholder& placeholder) {
        return {next_id_++, std::string(placeholder.name)};
    }
    /// The text body of a shape on the placeholder; its place only where the layout's differs.
    pugi::xml_node open_text(const Placeholder& placeholder, const Rect& box, Length shrunk_to) {
        if (placeholder.is_loose)
            return add_text_box(tree_, next_identity(placeholder), {box, {}, {}, {}, "t"},
                                writing_);
        auto shape = open_placeholder(tree_, next_identity(placeholder), placeholder, box);
        auto body = add(shape, "p:txBody");
        add_autofit(add(body, "a:bodyPr"), shrunk_to, writing_.text(placeholder.role).size);
        add(body, "a:lstStyle");
        return body;
    }
    void add_lines(const Placeholder& placeholder, const std::vector<doc::Inlines>& lines,
                   const Rect& box, const LineLook& look) {
        if (lines.empty()) return;
        auto body = open_text(placeholder, box, look.shrunk_to);
        TextTarget target{part_, Links::live, look.size};
        if (placeholder.is_loose) target.size = look.shrunk_to;
        for (const auto& line : lines) {
            auto p = pptx::add_paragraph(body, line, target, writing_);
            const bool first = &line == &lines.front();
            set_line(p.prepend_child("a:pPr"), placeholder, first ? Length{} : look.gap);
        }
    }
    /// Lines have no bullets, whatever the placeholder is for.
    void set_line(pugi::xml_node properties, const Placeholder& placeholder, Length gap) const {
        const bool bulleted = placeholder.bullets == 1;
        if (bulleted) {
            xml::set_attribute(properties, "marL", "0");
            xml::set_attribute(properties, "indent", "0");
        }
        if (gap.units > 0) add(add(properties, "a:spcBef"), "a:spcPts", {{"val", hundredths(gap)}});
        if (placeholder.is_spaced) add(add(properties, "a:spcAft"), "a:spcPts", {{"val", "0"}});
        if (bulleted) add(properties, "a:buNone");
        if (!properties.first_child()) properties.parent().remove_child(properties);
    }

    void add_kicker(const Placeholder& placeholder) {
        const deck::Setting setting{writing_.book, writing_.resources, writing_.deck.language};
        const auto words =
            deck::kicker_words(slide_, writing_.deck, boxes_.kicker.size.width, setting);
        if (!words.empty()) add_lines(placeholder, {words}, boxes_.kicker, {});
    }
    void add_title(const Placeholder& placeholder) {
        Rect box = boxes_.title;
        // A text that fills its box to the last point would be shrunk by programs that measure it
        // a little higher.
        if (!on_colour() && writing_.base.is_own())
            box.size.height = boxes_.numeral.at.y - box.at.y;
        auto body = open_text(placeholder, box, slide_.measures.title_size);
        auto p = add(body, "a:p");
        if (!slide_.number.empty()) add_number(p);
        add_runs(p, slide_.title, plain(), writing_);
        if (const auto suffix = deck::title_suffix(slide_); !suffix.empty()) {
            TextTarget quiet = plain();
            if (writing_.base.is_own())
                quiet.ink = on_colour() ? cover().accent : writing_.look().quiet;
            add_run(p, suffix, quiet, writing_);
        }
        end_paragraph(p, plain(), writing_);
    }
    void add_number(pugi::xml_node p) {
        if (deck::has_numeral(slide_)) return;
        TextTarget accent = plain();
        accent.ink = on_colour() ? cover().accent : writing_.look().accent;
        add_run(p, slide_.number + " ", accent, writing_);
    }
    /// The author's number of a pillar, large in a box of its own.
    void add_numeral() {
        if (!deck::has_numeral(slide_)) return;
        const auto style = numeral();
        const std::string name(shape_name("Number", writing_.deck.language));
        auto body =
            add_text_box(tree_, {next_id_++, name}, {boxes_.numeral, {}, {}, {}, "t"}, writing_);
        TextTarget large = plain();
        large.ink = writing_.look().accent;
        large.size = style.size;
        auto p = add(body, "a:p");
        add_text_look_of_numeral(add_run(p, deck::numeral_of(slide_), large, writing_), style);
        end_paragraph(p, large, writing_);
    }
    bool on_colour() const { return is_cover(layout_of(slide_)); }
    deck::CoverLook cover() const { return deck::cover_look(slide_.kind, writing_.look()); }
    style::TextStyle numeral() const { return deck::numeral_style(slide_, writing_.look()); }
    void add_text_look_of_numeral(pugi::xml_node properties, const style::TextStyle& numeral) {
        xml::set_attribute(properties, "b", numeral.weight >= 600 ? "1" : "0");
        if (numeral.weight <= 300)
            add(properties, "a:latin", {{"typeface", writing_.family(numeral.family) + " Light"}});
    }
    void add_claim(const Placeholder& placeholder) {
        const auto style = deck::claim_style(slide_, writing_.look());
        LineLook lines{deck::claim_spacing(style), {}, {}};
        if (style.size > writing_.text(placeholder.role).size)
            lines.size = style.size;
        else
            lines.shrunk_to = style.size;
        add_lines(placeholder, slide_.claim, boxes_.claim, lines);
        if (!slide_.address.empty()) add_code();
    }
    /// The picture, the panel on it, and its caption, which has no placeholder.
    void add_full_picture(const Placeholder& placeholder) {
        const auto& picture = deck::full_figure(slide_).pictures.front();
        Identity identity = next_identity(placeholder);
        identity.alternative = picture.alternative;
        identity.decorative = picture.decorative || picture.alternative.empty();
        pptx::add_full_picture(tree_, identity, picture, plain(), placeholder, writing_);
        const auto decorate = [&](const Rect& box, Colour fill) {
            add_rectangle(tree_, decoration_identity(next_id_++, writing_), box, fill,
                          writing_.base.palette);
        };
        decorate(boxes_.panel, cover().ground);
        decorate(deck::panel_rule(boxes_.panel), cover().accent);
    }
    void add_caption() {
        const auto& caption = deck::full_figure(slide_).caption;
        if (caption.empty()) return;
        const std::string name(shape_name("Caption", writing_.deck.language));
        auto body =
            add_text_box(tree_, {next_id_++, name}, {boxes_.caption, {}, {}, {}, "t"}, writing_);
        TextTarget target = plain();
        target.size = writing_.text(Role::caption).size;
        target.ink = cover().quiet;
        pptx::add_paragraph(body, caption, target, writing_);
    }
    void add_code() {
        const auto code = deck::address_code(slide_.address, boxes_.code);
        if (!code) return;
        add_rectangle(tree_, decoration_identity(next_id_++, writing_), code->panel,
                      deck::code_ground, writing_.base.palette);
        add_path(tree_,
                 {next_id_++, std::string(shape_name("QR code", writing_.deck.language)),
                  deck::code_alternative(slide_, writing_.deck.language)},
                 {code->at, {code->side, code->side}}, code->drawing, writing_);
    }
    void add_meta(const Placeholder& placeholder) {
        const std::string words = deck::cover_meta(writing_.deck);
        if (!words.empty()) add_lines(placeholder, {{{doc::Text{words}, {}}}}, placeholder.box, {});
    }
    void add_footer(const Placeholder& placeholder) {
        const auto words = deck::shortened(
            writing_.deck.title, {writing_.text(placeholder.role), placeholder.box.size.width},
            writing_.deck.language, writing_.resources);
        if (!words.empty()) add_lines(placeholder, {{{doc::Text{words}, {}}}}, placeholder.box, {});
    }
    void add_page_number(const Placeholder& placeholder) {
        auto p = add(open_text(placeholder, placeholder.box, {}), "a:p");
        add_number_field(p, std::to_string(number_ + 1), plain(), writing_);
        end_paragraph(p, plain(), writing_);
    }

    std::size_t number_;
    const deck::Slide& slide_;
    const Writing& writing_;
    std::string part_;
    deck::Arrangement boxes_;
    const Layout& layout_;
    pugi::xml_node tree_;
    unsigned next_id_ = 2;
};

}  // namespace

void write_slide(std::size_t number, const Writing& writing) {
    SlideWriter(number, writing).write();
}

}  // namespace triptych::pptx
