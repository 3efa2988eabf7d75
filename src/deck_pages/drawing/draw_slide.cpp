#include "deck_pages/drawing/draw_slide.hpp"

#include <algorithm>
#include <iterator>
#include <utility>

#include "base/number_signs.hpp"
#include "deck/content.hpp"
#include "deck/fit/full_picture.hpp"
#include "deck/setting/address_code.hpp"
#include "deck/setting/logo.hpp"
#include "deck_pages/drawing/draw_cells.hpp"
#include "deck_pages/drawing/pieces.hpp"
#include "doc/walk.hpp"
#include "typeset/flow/pictures.hpp"
#include "typeset/inline/paragraph.hpp"

namespace triptych::deck_pages {
namespace {

using style::Role;

/// Draws one slide, top to bottom, in reading order.
class Drawing {
public:
    Drawing(const deck::Deck& deck, std::size_t number, const deck::Setting& setting)
        : deck_(deck),
          number_(number),
          slide_(deck.slides[number]),
          setting_(setting),
          boxes_(deck::arrange(slide_, setting.look())),
          structure_(pages::Tag::section),
          context_(setting.context(setting.medium(), structure_, drawn_.findings)) {}

    DrawnSlide draw() {
        drawn_.page.size = look().size;
        drawn_.page.numbering = pages::Numbering::decimal;
        drawn_.page.number = static_cast<std::uint32_t>(number_ + 1);
        draw_ground();
        if (slide_.kind == deck::SlideKind::full_picture) draw_full_picture();
        draw_title();
        draw_kicker();
        draw_claim();
        draw_body();
        draw_links();
        draw_foot();
        drawn_.elements = structure_.take();
        return std::move(drawn_);
    }

private:
    const style::Slides& look() const { return setting_.look(); }
    bool cover() const { return deck::is_cover(slide_); }
    /// Whether the words stand on a cover or on a panel of its colours.
    bool on_colour() const { return cover() || slide_.kind == deck::SlideKind::full_picture; }
    deck::CoverLook colours() const { return deck::cover_look(slide_.kind, look()); }
    std::vector<pages::Item>& items() { return drawn_.page.items; }

    void draw_ground() {
        const Colour ground = on_colour() ? colours().ground : look().ground;
        items().push_back(rectangle({{}, look().size}, ground));
        for (const auto& ornament : boxes_.ornaments) draw(ornament);
        if (!on_colour()) draw(deck::progress(number_ + 1, deck_.slides.size(), look()));
    }
    void draw(const deck::Ornament& ornament) {
        items().push_back(
            {ornament.box.at, pages::ElementId::layout_artifact, deck::path_of(ornament, look())});
    }

    void add_line(std::vector<pages::Item> line, Point at) {
        typeset::shift(line, at);
        std::move(line.begin(), line.end(), std::back_inserter(items()));
    }
    std::vector<typeset::Line> lines_of(const doc::Inlines& words, const style::TextStyle& style,
                                        Length measure, pages::ElementId element) {
        return typeset::set_paragraph({words, style, measure, {}, element}, context_);
    }
    /// Draws a paragraph from the top of `box` on; returns its height.
    Length draw_text(const doc::Inlines& words, const style::TextStyle& style, const Rect& box,
                     pages::ElementId element) {
        Length y = box.at.y;
        for (auto& line : lines_of(words, style, box.size.width, element)) {
            add_line(std::move(line.items), {box.at.x, y + base_line(style, setting_)});
            y += style.leading;
        }
        return y - box.at.y;
    }
    pages::ElementId add_element(pages::Tag tag) { return structure_.add(structure_.root(), tag); }

    /// Drawn first, since all else stands on it, but read behind the title: what was drawn gets its
    /// place in the structure with the body.
    void draw_full_picture() {
        picture_at_ = items().size();
        items().emplace_back();
        items().push_back(rectangle(boxes_.panel, colours().ground));
        items().push_back(rectangle(deck::panel_rule(boxes_.panel), colours().accent));
    }
    void describe_full_picture() {
        const auto& figure = deck::full_figure(slide_);
        const auto& picture = figure.pictures.front();
        auto item = typeset::cropped_item(picture, {}, look().size, structure_.root(), context_);
        const auto around = picture.decorative ? structure_.root() : item.element;
        items()[picture_at_] = std::move(item);
        if (figure.caption.empty()) return;
        auto style = setting_.text(Role::caption);
        style.colour = colours().quiet;
        draw_text(figure.caption, style, boxes_.caption,
                  structure_.add(around, pages::Tag::caption));
    }

    static void make_even(Rect& box, Length measure) {
        if (measure.units > 0) box.size.width = measure;
    }
    void draw_title() {
        const auto element =
            add_element(number_ == 0 ? pages::Tag::heading1 : pages::Tag::heading2);
        auto style = deck::title_style(slide_, look());
        Rect box = boxes_.title;
        if (on_colour()) style.colour = colours().ink;
        if (cover()) box.at.y += box.size.height - slide_.measures.title_height;
        if (deck::takes_number_from_title(slide_)) draw_numeral(element);
        make_even(box, slide_.measures.title_width);
        draw_text(deck::title_words(slide_, look()), style, box, element);
        if (deck::has_numeral(slide_) && !deck::takes_number_from_title(slide_))
            draw_numeral(pages::ElementId::layout_artifact);
    }
    /// The author's number is read before the title, though it stands below it. That of a part, and
    /// the figure of a sentence, are drawn beside words that say the same.
    void draw_numeral(pages::ElementId element) {
        const auto style = deck::numeral_style(slide_, look());
        auto line = typeset::set_line(slide_.numeral + " ", style, element, context_);
        const Rect& box = boxes_.numeral;
        Length x = box.at.x;
        if (cover()) {
            const Length width =
                typeset::line_width(slide_.numeral, style, setting_.language, setting_.resources);
            x += (box.size.width - width) / 2;
        }
        add_line(std::move(line.items), {x, box.at.y + base_line(style, setting_)});
    }
    void draw_kicker() {
        const auto kicker = deck::kicker_of(slide_, deck_, setting_);
        if (kicker.lead.empty() && kicker.rest.empty()) return;
        auto lead = setting_.text(Role::slide_kicker), rest = deck::kicker_rest_style(look());
        if (on_colour()) lead.colour = rest.colour = colours().accent;
        const std::vector<typeset::TextRun> runs = {{kicker.lead, &lead}, {kicker.rest, &rest}};
        auto line = typeset::set_line(runs, add_element(pages::Tag::paragraph), context_);
        const Point at = boxes_.kicker.at;
        add_line(std::move(line.items), {at.x, at.y + base_line(lead, setting_)});
    }
    void draw_claim() {
        auto style = deck::claim_style(slide_, look());
        if (on_colour()) style.colour = colours().quiet;
        Rect box = boxes_.claim;
        make_even(box, slide_.measures.claim_width);
        const bool is_list = slide_.kind == deck::SlideKind::part && !slide_.claim.empty();
        const auto list = is_list ? add_element(pages::Tag::list) : structure_.root();
        for (const auto& paragraph : slide_.claim)
            box.at.y += draw_text(paragraph, style, box, claim_element(list, is_list)) +
                        deck::claim_spacing(style);
        if (!slide_.address.empty()) draw_code();
    }
    pages::ElementId claim_element(pages::ElementId parent, bool is_item) {
        if (!is_item) return structure_.add(parent, pages::Tag::paragraph);
        const auto item = structure_.add(parent, pages::Tag::list_item);
        return structure_.add(item, pages::Tag::list_body);
    }
    /// Dark on light whatever the ground: phones read it only so.
    void draw_code() {
        auto code = deck::address_code(slide_.address, boxes_.code);
        if (!code) return;
        const auto element = add_element(pages::Tag::figure);
        structure_[element].alternative = deck::code_alternative(slide_, deck_.language);
        items().push_back(rectangle(code->panel, deck::code_ground));
        items().push_back({code->at, element, std::move(code->drawing)});
    }
    void draw_body() {
        if (slide_.kind == deck::SlideKind::full_picture) return describe_full_picture();
        const auto all = deck::shapes(slide_, look());
        for (std::size_t i = 0; i < boxes_.shapes.size(); ++i) {
            const Rect& box = boxes_.shapes[i];
            if (all[i].kind == deck::ShapeKind::cells) {
                draw_cells(slide_, boxes_.cells, structure_.root(), context_, setting_, items());
                continue;
            }
            const auto galley = deck::set_shape(slide_, all[i], box.size.height, structure_.root(),
                                                structure_, drawn_.findings, setting_);
            typeset::place(galley, 0, galley.rows.size(), box.at, items());
        }
        draw_more();
    }
    void draw_more() {
        const doc::Inlines words = deck::more_line(slide_, setting_.language);
        if (words.empty()) return;
        draw_text(words, deck::more_style(look()), boxes_.more, add_element(pages::Tag::paragraph));
    }
    void draw_links() {
        auto style = setting_.text(Role::slide_link);
        if (on_colour()) style.colour = colours().quiet;
        Rect box = boxes_.links;
        for (const auto& line : slide_.links)
            box.at.y += draw_text(line, style, box, add_element(pages::Tag::paragraph));
    }

    void draw_foot() {
        if (slide_.kind == deck::SlideKind::title) return draw_meta();
        if (on_colour()) return;
        add_foot({deck_.title, deck::booklet_words(slide_, setting_.language)},
                 own_digits(drawn_.page.label(), setting_.language), context_, setting_, items());
    }
    /// On a plate of its own, so that it is seen on any ground.
    void draw_logo() {
        const auto& logo = setting_.book.metadata.logo;
        const auto info = logo ? setting_.resources.images.info(*logo) : std::nullopt;
        if (!info) return;
        const auto at = deck::logo_on_plate(info->width, info->height, boxes_.logo);
        items().push_back(rectangle(at.plate, deck::code_ground));
        items().push_back({at.picture.at, pages::ElementId::layout_artifact,
                           pages::Picture{*logo, at.picture.size, {}}});
    }
    void draw_meta() {
        draw_logo();
        const auto words = deck::cover_meta(deck_);
        if (words.empty()) return;
        draw_text({{doc::Text{words}, {}}}, setting_.text(Role::cover_meta), boxes_.meta,
                  add_element(pages::Tag::paragraph));
    }

    const deck::Deck& deck_;
    std::size_t number_;
    const deck::Slide& slide_;
    const deck::Setting& setting_;
    deck::Arrangement boxes_;
    std::size_t picture_at_ = 0;  ///< item of a picture that fills the slide
    typeset::Structure structure_;
    DrawnSlide drawn_;
    typeset::Context context_;
};

}  // namespace

DrawnSlide draw_slide(const deck::Deck& deck, std::size_t number, const deck::Setting& setting) {
    return Drawing(deck, number, setting).draw();
}

}  // namespace triptych::deck_pages
