#include "pptx/writer/slide.hpp"
#include "pptx/writer/direction.hpp"

#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "base/number_signs.hpp"
#include "base/xml.hpp"
#include "deck/content.hpp"
#include "deck/fit/full_picture.hpp"
#include "deck/setting/address_code.hpp"
#include "deck/setting/grid.hpp"
#include "deck/setting/logo.hpp"
#include "deck/setting/setting.hpp"
#include "doc/walk.hpp"
#include "pptx/drawing/element.hpp"
#include "pptx/opc/parts.hpp"
#include "pptx/words.hpp"
#include "pptx/writer/body.hpp"
#include "pptx/writer/layouts.hpp"
#include "pptx/writer/line_pictures.hpp"
#include "pptx/writer/shapes.hpp"
#include "pptx/writer/text.hpp"

namespace triptych::pptx {
namespace {

using namespace literals;
using style::Role;

constexpr Length title_above = 8_pt;  // between the slide and a title that is not shown

/// How paragraphs of a placeholder differ from its own look; zero where they don't.
struct LineLook {
    Length gap;        ///< between them
    Length size;       ///< larger than the placeholder's
    Length shrunk_to;  ///< smaller than the placeholder's
    std::optional<Colour> ink{};
};

/// Writes the shapes of one slide in reading order.
class SlideWriter {
public:
    SlideWriter(std::size_t number, const Writing& writing)
        : number_(number),
          slide_(writing.deck.slides[number]),
          writing_(writing.with(rooms_)),
          part_(slide_part(number)),
          boxes_(deck::arrange(slide_, writing.look())),
          layout_(writing.base.layout_for(slide_)) {}

    void write() {
        pugi::xml_document document;
        auto root = add_presentation_root(document, "p:sld");
        tree_ = add_shape_tree(add(root, "p:cSld"));
        writing_.package.relate(part_, parts::slide_layout, layout_.part);
        if (writing_.base.is_own()) add_ornaments();
        for (const auto& placeholder : layout_.placeholders) add_use(placeholder);
        if (slide_.kind == deck::SlideKind::full_picture) add_caption();
        add_line_pictures(tree_, slide_, boxes_, next_id_, part_, writing_);
        add_colour_override(root, layout_.links);
        set_direction(document, Shapes::of_slides, writing_);
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
            case Use::numeral:
                add_numeral(placeholder);
                break;
            case Use::claim:
                add_claim(placeholder);
                break;
            case Use::aside:
            case Use::body:
            case Use::listing:
            case Use::table:
                add_body(tree_, slide_, boxes_, next_id_, {part_, layout_}, writing_);
                break;
            case Use::picture:
                if (slide_.kind == deck::SlideKind::full_picture) add_full_picture(placeholder);
                break;
            case Use::more:
                add_more(placeholder);
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
            case Use::head:
            case Use::cell:
            case Use::count_:
                break;  // with the body
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
        TextTarget target{part_, Links::live, look.size, look.ink};
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

    /// Those of covers stand on their layouts.
    void add_ornaments() {
        if (deck::is_cover(slide_)) return;
        for (const auto& ornament : boxes_.ornaments)
            add_ornament(tree_, next_id_++, ornament, writing_);
        if (on_colour()) return;
        const auto bar = deck::progress(number_ + 1, writing_.deck.slides.size(), writing_.look());
        add_ornament(tree_, next_id_++, bar, writing_);
    }

    void add_kicker(const Placeholder& placeholder) {
        const auto kicker = deck::kicker_of(slide_, writing_.deck, setting());
        if (kicker.lead.empty() && kicker.rest.empty()) return;
        auto p = add(open_text(placeholder, boxes_.kicker, {}), "a:p");
        if (!kicker.lead.empty()) add_run(p, kicker.lead, plain(), writing_);
        if (kicker.rest.empty()) return;
        TextTarget quiet = plain();
        if (!on_colour()) quiet.ink = writing_.look().quiet;
        xml::set_attribute(add_run(p, kicker.rest, quiet, writing_), "b", "0");
    }
    deck::Setting setting() const {
        return {writing_.book, writing_.resources, writing_.deck.language};
    }
    void add_title(const Placeholder& placeholder) {
        Rect box = boxes_.title;
        if (!writing_.base.is_own()) return fill_title(placeholder, box);
        // A text that fills its box to the last point would be shrunk by programs that measure it
        // a little higher.
        if (!on_colour()) box.size.height = placeholder.box.size.height;
        if (deck::title_suffix(slide_).empty()) return fill_title(placeholder, box);
        hide_title(placeholder, box);
    }
    void fill_title(const Placeholder& placeholder, const Rect& box) {
        add_title_words(add(open_text(placeholder, box, slide_.measures.title_size), "a:p"),
                        title_target());
    }
    TextTarget title_target() const {
        TextTarget target = plain();
        const Length size = deck::title_style(slide_, writing_.look()).size;
        const Role role = deck::is_cover(slide_) ? Role::cover_title : Role::slide_title;
        if (writing_.base.is_own() && size != writing_.text(role).size) target.size = size;
        return target;
    }
    void add_title_words(pugi::xml_node p, const TextTarget& target) {
        add_runs(p, deck::title_words(slide_, writing_.look()), target, writing_);
        end_paragraph(p, target, writing_);
    }
    /// Programs list slides by titles that no two have; what tells them apart is not shown. The
    /// whole title stands above the slide, and the words that are seen in a box of their own.
    void hide_title(const Placeholder& placeholder, const Rect& box) {
        Rect above = box;
        above.at.y = -(box.size.height + title_above);
        auto hidden = open_text(placeholder, above, {});
        auto p = add(hidden, "a:p");
        add_runs(p, deck::full_title_words(slide_), plain(), writing_);
        end_paragraph(p, plain(), writing_);
        const auto style = deck::title_style(slide_, writing_.look());
        TextTarget shown{part_, Links::live, style.size, placeholder.ink};
        shown.bold = style.weight >= 600;
        shown.face = "+mj-lt";
        auto body =
            add_text_box(tree_, next_identity(placeholder), {box, {}, {}, {}, "t"}, writing_);
        auto words = add(body, "a:p");
        // A text box does not inherit the title's spacing of lines.
        add(add(add(words, "a:pPr"), "a:lnSpc"), "a:spcPct",
            {{"val", line_spacing(style, writing_)}});
        add_title_words(words, shown);
    }
    /// Large in a box of its own, which is as high as its line; in the middle of it, so that the
    /// figures of another face stand in the same place.
    void add_numeral(const Placeholder& placeholder) {
        if (!deck::has_numeral(slide_)) return;
        const auto style = deck::numeral_style(slide_, writing_.look());
        auto body = open_text(placeholder, natural_line_box(boxes_.numeral, style, writing_), {});
        auto p = add(body, "a:p");
        auto properties = add(p, "a:pPr");
        if (deck::is_cover(slide_)) xml::set_attribute(properties, "algn", "ctr");
        add(add(properties, "a:lnSpc"), "a:spcPct", {{"val", "100000"}});
        TextTarget target = plain();
        if (style.size != placeholder.size) target.size = style.size;
        add_run(p, slide_.numeral, target, writing_);
        end_paragraph(p, target, writing_);
    }
    void add_more(const Placeholder& placeholder) {
        doc::Inlines words = deck::more_line(slide_, writing_.deck.language);
        if (!words.empty()) add_lines(placeholder, {std::move(words)}, boxes_.more, {});
    }
    bool on_colour() const { return is_cover(layout_of(slide_)); }
    deck::CoverLook cover() const { return deck::cover_look(slide_.kind, writing_.look()); }
    void add_claim(const Placeholder& placeholder) {
        const auto style = deck::claim_style(slide_, writing_.look());
        LineLook lines{deck::claim_spacing(style), {}, {}};
        const Length usual = writing_.text(placeholder.role).size;
        if (style.size > usual || (writing_.base.is_own() && style.size != usual))
            lines.size = style.size;
        else
            lines.shrunk_to = style.size;
        Rect box = boxes_.claim;
        if (deck::is_divided(slide_, writing_.look()))
            box.size.height = deck::bottom(boxes_.body) - box.at.y;
        if (deck::has_claim_as_subtitle(slide_, writing_.look())) lines.ink = writing_.look().quiet;
        add_lines(placeholder, slide_.claim, box, lines);
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
    /// On a plate of its own, so that it is seen on any ground.
    void add_logo() {
        const auto& logo = writing_.book.metadata.logo;
        const auto info = logo ? writing_.resources.images.info(*logo) : std::nullopt;
        if (!info || !writing_.base.is_own()) return;
        const auto at = deck::logo_on_plate(info->width, info->height, boxes_.logo);
        add_rectangle(tree_, decoration_identity(next_id_++, writing_), at.plate, deck::code_ground,
                      writing_.base.palette);
        const doc::Picture picture{*logo, writing_.deck.publisher, false, 0, {}};
        const Identity identity{next_id_++, std::string(shape_name("Logo", writing_.deck.language)),
                                picture.alternative, picture.alternative.empty()};
        add_picture(tree_, identity, picture, at.picture, plain(), nullptr, writing_);
    }
    void add_meta(const Placeholder& placeholder) {
        add_logo();
        const std::string words = deck::cover_meta(writing_.deck);
        if (!words.empty()) add_lines(placeholder, {{{doc::Text{words}, {}}}}, placeholder.box, {});
    }
    void add_footer(const Placeholder& placeholder) {
        const auto words = deck::foot_line(writing_.deck.title,
                                           deck::booklet_words(slide_, writing_.deck.language),
                                           placeholder.box.size.width, setting());
        if (!words.empty()) add_lines(placeholder, {{{doc::Text{words}, {}}}}, placeholder.box, {});
    }
    void add_page_number(const Placeholder& placeholder) {
        auto p = add(open_text(placeholder, placeholder.box, {}), "a:p");
        add_number_field(p, own_digits(number_ + 1, writing_.deck.language), plain(), writing_);
        end_paragraph(p, plain(), writing_);
    }

    std::size_t number_;
    const deck::Slide& slide_;
    LineRooms rooms_;
    Writing writing_;
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
