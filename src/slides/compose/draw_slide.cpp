#include "slides/compose/draw_slide.hpp"

#include <algorithm>
#include <iterator>
#include <utility>

#include "slides/code.hpp"
#include "slides/measure.hpp"
#include "typeset/inline/paragraph.hpp"

namespace triptych::slides {
namespace {

using style::Role;

constexpr auto pagination = pages::ElementId::pagination_artifact;

pages::Item rectangle(const Rect& box, Colour fill) {
    const Length width = box.size.width, height = box.size.height;
    pages::Path path;
    path.segments = {pages::MoveTo{{}}, pages::LineTo{{width, {}}}, pages::LineTo{{width, height}},
                     pages::LineTo{{{}, height}}, pages::ClosePath{}};
    path.fill = fill;
    return {box.at, pages::ElementId::layout_artifact, std::move(path)};
}

/// Draws one slide, top to bottom, in reading order.
class Drawing {
public:
    Drawing(const Deck& deck, std::size_t number, const Setting& setting)
        : deck_(deck),
          number_(number),
          slide_(deck.slides[number]),
          setting_(setting),
          boxes_(arrange(slide_, setting.look())),
          structure_(pages::Tag::section),
          context_(setting.context(setting.medium(), structure_, drawn_.findings)) {}

    DrawnSlide draw() {
        drawn_.page.size = look().size;
        drawn_.page.numbering = pages::Numbering::decimal;
        drawn_.page.number = static_cast<std::uint32_t>(number_ + 1);
        draw_ground();
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
    bool cover() const { return is_cover(slide_); }
    std::vector<pages::Item>& items() { return drawn_.page.items; }

    void draw_ground() {
        const Colour ground = cover() ? cover_look(slide_.kind, look()).ground : look().ground;
        items().push_back(rectangle({{}, look().size}, ground));
        for (const auto& decoration : decorations(slide_.kind, look()))
            items().push_back(rectangle(decoration.box, decoration.fill));
    }

    /// Distance from the top of a line of `style` to its base line.
    Length base_line(const style::TextStyle& style) const {
        const auto& families = setting_.resources.sheet.fonts.families;
        const auto& fonts = setting_.resources.fonts;
        const auto& name = families[static_cast<std::size_t>(style.family)].name;
        const auto& metrics = fonts.metrics(fonts.find(name, style.weight, style.italic));
        const auto units = std::max(1, metrics.units_per_em);
        const Length ascent = style.size.scaled(metrics.ascender, units);
        const Length natural = style.size.scaled(metrics.ascender - metrics.descender, units);
        return ascent + (style.leading - natural) / 2;
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
            add_line(std::move(line.items), {box.at.x, y + base_line(style)});
            y += style.leading;
        }
        return y - box.at.y;
    }
    pages::ElementId add_element(pages::Tag tag) { return structure_.add(structure_.root(), tag); }

    void draw_title() {
        const auto element =
            add_element(number_ == 0 ? pages::Tag::heading1 : pages::Tag::heading2);
        auto style = title_style(slide_, look());
        Rect box = boxes_.title;
        if (cover()) {
            style.colour = cover_look(slide_.kind, look()).ink;
            box.at.y += box.size.height - slide_.measures.title_height;
        } else if (!slide_.number.empty()) {
            draw_numeral(element, box.at.y + base_line(style));
        }
        box.at.x += boxes_.title_indent;
        box.size.width -= boxes_.title_indent;
        draw_text(title_words(slide_), style, box, element);
    }
    /// The author's number hangs on the first line of the title; a space parts it from the words.
    void draw_numeral(pages::ElementId element, Length y) {
        auto style = numeral_style(slide_, look());
        style.colour = look().accent;
        auto line = typeset::set_line(slide_.number + " ", style, element, context_);
        add_line(std::move(line.items), {boxes_.title.at.x, y});
    }
    void draw_kicker() {
        const auto words = kicker_words(slide_, deck_, boxes_.kicker.size.width, setting_);
        if (words.empty()) return;
        auto style = setting_.text(Role::slide_kicker);
        if (cover()) style.colour = cover_look(slide_.kind, look()).accent;
        draw_text(words, style, boxes_.kicker, add_element(pages::Tag::paragraph));
    }
    void draw_claim() {
        auto style = claim_style(slide_, look());
        if (cover()) style.colour = cover_look(slide_.kind, look()).quiet;
        Rect box = boxes_.claim;
        for (const auto& paragraph : slide_.claim)
            box.at.y += draw_text(paragraph, style, box, add_element(pages::Tag::paragraph)) +
                        claim_spacing(style);
        if (!slide_.address.empty()) draw_code();
    }
    /// Dark on light whatever the ground: phones read it only so.
    void draw_code() {
        auto code = address_code(slide_.address, boxes_.code);
        if (!code) return;
        const auto element = add_element(pages::Tag::figure);
        structure_[element].alternative = code_alternative(slide_, deck_.language);
        items().push_back(rectangle(code->panel, code_ground));
        items().push_back({code->at, element, std::move(code->drawing)});
    }
    void draw_body() {
        const auto all = shapes(slide_.body);
        for (std::size_t i = 0; i < boxes_.shapes.size(); ++i) {
            const Rect& box = boxes_.shapes[i];
            const auto galley = set_shape(slide_, all[i], box.size.height, structure_.root(),
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
        if (slide_.kind == SlideKind::title) return draw_meta();
        if (cover()) return;
        const auto style = setting_.text(Role::slide_footer);
        const std::string number = std::to_string(number_ + 1);
        draw_artifact(shortened(deck_.title, {style, boxes_.footer.size.width}, setting_.language,
                                setting_.resources),
                      style, boxes_.footer.at);
        const Length width = width_of(number, style, setting_.language, setting_.resources);
        const Rect& box = boxes_.page_number;
        draw_artifact(number, style, {box.at.x + box.size.width - width, box.at.y});
    }
    void draw_artifact(const std::string& words, const style::TextStyle& style, Point at) {
        if (words.empty()) return;
        auto line = typeset::set_line(words, style, pagination, context_);
        add_line(std::move(line.items), {at.x, at.y + base_line(style)});
    }
    void draw_meta() {
        const auto words = cover_meta(deck_);
        if (words.empty()) return;
        draw_text({{doc::Text{words}, {}}}, setting_.text(Role::cover_meta), boxes_.meta,
                  add_element(pages::Tag::paragraph));
    }

    const Deck& deck_;
    std::size_t number_;
    const Slide& slide_;
    const Setting& setting_;
    Arrangement boxes_;
    typeset::Structure structure_;
    DrawnSlide drawn_;
    typeset::Context context_;
};

}  // namespace

DrawnSlide draw_slide(const Deck& deck, std::size_t number, const Setting& setting) {
    return Drawing(deck, number, setting).draw();
}

}  // namespace triptych::slides
