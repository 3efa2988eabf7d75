#include "deck_pages/drawing/draw_slide.hpp"

#include <algorithm>
#include <iterator>
#include <utility>

#include "deck/fit/full_picture.hpp"
#include "deck/setting/address_code.hpp"
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
        for (const auto& decoration : deck::decorations(slide_.kind, look()))
            items().push_back(rectangle(decoration.box, decoration.fill));
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
        auto picture = figure.pictures.front();
        if (picture.alternative.empty()) picture.alternative = doc::plain_text(figure.caption);
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
        if (deck::has_numeral(slide_)) draw_numeral(element);
        make_even(box, slide_.measures.title_width);
        draw_text(deck::title_words(slide_), style, box, element);
    }
    /// The author's number is read before the title, though it stands below it.
    void draw_numeral(pages::ElementId element) {
        auto style = deck::numeral_style(slide_, look());
        style.colour = look().accent;
        auto line = typeset::set_line(deck::numeral_of(slide_) + " ", style, element, context_);
        add_line(std::move(line.items),
                 {boxes_.numeral.at.x, boxes_.numeral.at.y + base_line(style, setting_)});
    }
    void draw_kicker() {
        const auto words = deck::kicker_words(slide_, deck_, boxes_.kicker.size.width, setting_);
        if (words.empty()) return;
        auto style = setting_.text(Role::slide_kicker);
        if (on_colour()) style.colour = colours().accent;
        draw_text(words, style, boxes_.kicker, add_element(pages::Tag::paragraph));
    }
    void draw_claim() {
        auto style = deck::claim_style(slide_, look());
        if (on_colour()) style.colour = colours().quiet;
        Rect box = boxes_.claim;
        make_even(box, slide_.measures.claim_width);
        for (const auto& paragraph : slide_.claim)
            box.at.y += draw_text(paragraph, style, box, add_element(pages::Tag::paragraph)) +
                        deck::claim_spacing(style);
        if (!slide_.address.empty()) draw_code();
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
        const auto all = deck::shapes(slide_.body);
        for (std::size_t i = 0; i < boxes_.shapes.size(); ++i) {
            const Rect& box = boxes_.shapes[i];
            const auto galley = deck::set_shape(slide_, all[i], box.size.height, structure_.root(),
                                                structure_, drawn_.findings, setting_);
            typeset::place(galley, 0, galley.rows.size(), box.at, items());
        }
    }
    void draw_links() {
        Rect box = boxes_.links;
        for (const auto& line : slide_.links)
            box.at.y += draw_text(line, setting_.text(Role::slide_link), box,
                                  add_element(pages::Tag::paragraph));
    }

    void draw_foot() {
        if (slide_.kind == deck::SlideKind::title) return draw_meta();
        if (on_colour()) return;
        add_foot(deck_, drawn_.page.label(), context_, setting_, items());
    }
    void draw_meta() {
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
