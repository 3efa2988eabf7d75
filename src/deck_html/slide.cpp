#include "deck_html/slide.hpp"

#include <algorithm>
#include <string_view>
#include <vector>

#include <fmt/format.h>

#include "base/css.hpp"
#include "base/match.hpp"
#include "base/number_signs.hpp"
#include "base/text.hpp"
#include "base/words.hpp"
#include "base/xml.hpp"
#include "deck/content.hpp"
#include "deck/setting/grid.hpp"
#include "deck/setting/logo.hpp"
#include "deck/setting/zones.hpp"
#include "deck_html/box_style.hpp"
#include "deck_html/classes.hpp"
#include "deck_html/code.hpp"
#include "deck_html/heading_levels.hpp"
#include "deck_html/look.hpp"
#include "deck_html/paints.hpp"
#include "deck_html/words.hpp"
#include "doc/own_words.hpp"
#include "doc/walk.hpp"
#include "markup/html_text.hpp"
#include "markup/writer.hpp"
#include "typeset/flow/cards.hpp"
#include "typeset/flow/table_shape.hpp"

namespace triptych::deck_html {
namespace {

using markup::element;
using markup::text_element;

constexpr std::uint8_t title_level = 2;

class SlideWriter {
public:
    SlideWriter(std::size_t number, Writing& writing)
        : number_(number),
          slide_(writing.deck.slides[number]),
          writing_(writing),
          boxes_(deck::arrange(slide_, look())) {}

    std::string write() {
        pugi::xml_document document;
        auto section = element(document, "section");
        describe(section);
        auto sheet = element(section, "div", "sheet");
        add_ornaments(sheet, ornaments(), look());
        add_title(sheet);
        add_kicker(sheet);
        add_numeral(sheet);
        add_claim(sheet);
        if (slide_.kind == deck::SlideKind::full_picture) {
            add_full_picture(sheet);
        } else if (deck::is_cover(slide_)) {
            if (!slide_.address.empty()) add_address_code(sheet, slide_, boxes_.code, language());
        } else {
            add_body(sheet);
            add_more(sheet);
        }
        add_links(sheet);
        add_foot(sheet);
        add_anchors(sheet);
        add_notes(section);
        writing_.diagnostics.append(std::move(writer_.diagnostics));
        std::string out;
        markup::append_html(out, section);
        return out;
    }

private:
    const style::Slides& look() const { return writing_.setting.look(); }
    std::string_view language() const { return writing_.setting.language; }
    std::string title_id() const { return slide_.id + "_title"; }

    /// Answers of the slides to the questions of `markup`.
    markup::Host host() {
        return {markup::Vocabulary::html,
                [this](const doc::Target& target) { return address_of(target); },
                [this](pugi::xml_node parent, MediaId media, std::string_view alternative) {
                    return in_notes_ ? pugi::xml_node()
                                     : writing_.pictures.append(parent, media, alternative);
                },
                [this](pugi::xml_node parent, std::uint32_t note) {
                    text_element(parent, "sup", own_digits(note + 1, language()));
                },
                [this](pugi::xml_node node, const std::string& id) { set_id(node, id); },
                [](pugi::xml_node, pugi::xml_node, Span) {}};
    }
    std::string address_of(const doc::Target& target) const {
        return std::visit(
            Match{[&](const doc::PageRef& ref) { return address_of(ref); },
                  [](const doc::Url& url) { return text::percent_encode(url.address); },
                  [](const doc::FileRef&) { return std::string(); },
                  [&](const doc::TranslationRef& ref) { return writing_.address_of(ref); },
                  [](const doc::DeadLink&) { return std::string(); }},
            target);
    }
    /// The slide that shows the element, else the first of its page.
    std::string address_of(const doc::PageRef& ref) const {
        if (writing_.targets.contains(ref.element)) return "#" + ref.element;
        const auto& page = writing_.setting.book.pages[index(ref.page)].id;
        if (writing_.targets.contains(page)) return "#" + page;
        const auto& slides = writing_.deck.slides;
        const auto first =
            std::find_if(slides.begin(), slides.end(), [&](const deck::Slide& slide) {
                return slide.page == ref.page && slide.kind != deck::SlideKind::title;
            });
        return first == slides.end() ? std::string() : "#" + first->id;
    }
    /// Ids of notes are those of the text they repeat.
    void set_id(pugi::xml_node node, const std::string& id) {
        if (!in_notes_ && writing_.ids.insert(id).second) xml::set_attribute(node, "id", id);
    }

    /// Those of covers are in the style sheet.
    std::vector<deck::Ornament> ornaments() const {
        if (deck::is_cover(slide_) || slide_.kind == deck::SlideKind::full_picture) return {};
        auto all = boxes_.ornaments;
        all.push_back(deck::progress(number_ + 1, writing_.deck.slides.size(), look()));
        return all;
    }
    void describe(pugi::xml_node section) {
        xml::set_attribute(section, "class",
                           fmt::format("slide {} {}", class_of(slide_.kind),
                                       size_class(deck::body_size_of(slide_, look()))));
        xml::set_attribute(section, "id", slide_.id);
        xml::set_attribute(section, "role", "group");
        xml::set_attribute(section, "aria-roledescription", slide_word(language()));
        xml::set_attribute(section, "aria-labelledby", title_id());
        if (slide_.steps) xml::set_attribute(section, "data-steps", "");
        if (slide_.seconds > 0)
            xml::set_attribute(section, "data-seconds", std::to_string(slide_.seconds));
        if (const auto words = deck::booklet_words(slide_, language()); !words.empty())
            xml::set_attribute(section, "data-booklet", words);
    }

    /// The width of a text, or that in which its lines are even.
    static Length even(Length width, Length measured) {
        return measured.units > 0 ? measured : width;
    }
    void add_title(pugi::xml_node sheet) {
        const bool cover = deck::is_cover(slide_);
        auto title = element(sheet, "h2", "title");
        xml::set_attribute(title, "id", title_id());
        const Length measured = slide_.measures.title_width;
        std::vector<Number> numbers = {
            {cover ? "s-cover-title" : "s-slide-title", deck::title_style(slide_, look()).size}};
        if (measured.units > 0) numbers.push_back({"w", measured});
        if (slide_.kind == deck::SlideKind::full_picture)
            numbers.push_back({"y", boxes_.title.at.y});
        set_style(title, numbers);
        markup::append_line(title, deck::title_words(slide_, look()), writer_);
        // Read out where it tells two slides of one title apart.
        if (const auto suffix = deck::title_suffix_words(slide_); !suffix.empty())
            markup::append_line(element(title, "span", "unseen"), suffix, writer_);
    }
    void add_kicker(pugi::xml_node sheet) {
        const auto words = deck::kicker_of(slide_, writing_.deck, writing_.setting);
        if (words.lead.empty() && words.rest.empty()) return;
        auto kicker = text_element(sheet, "p", words.lead, "kicker");
        if (slide_.kind == deck::SlideKind::full_picture)
            set_style(kicker, {{"y", boxes_.kicker.at.y}});
        if (!words.rest.empty()) text_element(kicker, "span", words.rest, "rest");
    }
    /// The number of a pillar is no longer in its title; that of a part and the figure of a
    /// sentence are said in words, too.
    void add_numeral(pugi::xml_node sheet) {
        if (!deck::has_numeral(slide_)) return;
        auto numeral = text_element(sheet, "p", slide_.numeral, "numeral");
        place(numeral, boxes_.numeral,
              {{"s-slide-number", deck::numeral_style(slide_, look()).size}});
        if (!deck::takes_number_from_title(slide_))
            xml::set_attribute(numeral, "aria-hidden", "true");
    }
    void add_claim(pugi::xml_node parent) {
        if (slide_.claim.empty()) return;
        const bool is_list = slide_.kind == deck::SlideKind::part;
        const bool under = deck::has_claim_as_subtitle(slide_, look());
        auto claim = element(parent, is_list ? "ul" : "div", under ? "claim under" : "claim");
        const Length type = deck::claim_style(slide_, look()).size;
        const Length width = even(boxes_.claim.size.width, slide_.measures.claim_width);
        if (deck::is_cover(slide_))
            set_style(claim, {{"s-cover-subtitle", type}, {"w", width}});
        else if (slide_.kind == deck::SlideKind::full_picture)
            set_style(claim, {{"s-slide-claim", type}, {"y", boxes_.claim.at.y}});
        else
            set_style(claim, {{"s-slide-claim", type},
                              {"x", boxes_.claim.at.x},
                              {"y", boxes_.claim.at.y},
                              {"w", width}});
        for (const auto& paragraph : slide_.claim)
            markup::append_line(element(claim, is_list ? "li" : "p"), paragraph, writer_);
    }
    void add_more(pugi::xml_node sheet) {
        const auto words = deck::more_line(slide_, language());
        if (words.empty()) return;
        auto more = element(sheet, "p", "more");
        markup::append_line(more, words, writer_);
        place(more, boxes_.more);
    }

    /// The picture behind its panel; its caption stands there, too.
    void add_full_picture(pugi::xml_node sheet) {
        const Rect& panel = boxes_.panel;
        auto around = element(sheet, "div", "figure");
        markup::append_blocks(around, slide_.body, writer_);
        if (auto caption = around.child("figure").child("figcaption"))
            set_style(caption, {{"y", boxes_.caption.at.y}});
        if (auto drawing = around.child("figure").child("svg"))
            xml::set_attribute(drawing, "preserveAspectRatio", "xMidYMid slice");
        auto ground = element(sheet, "div", "panel");
        set_style(ground, {{"y", panel.at.y}, {"w", panel.size.width}, {"h", panel.size.height}});
    }
    void add_body(pugi::xml_node sheet) {
        if (slide_.body.empty()) return;
        auto body = element(sheet, "div", "body");
        place(body, boxes_.body);
        writer_.heading_levels = closed_levels(slide_.body, title_level);
        const auto all = deck::shapes(slide_, look());
        for (std::size_t i = 0; i < all.size(); ++i) add_shape(body, all[i], boxes_.shapes[i]);
    }
    void add_shape(pugi::xml_node body, const deck::Shape& shape, const Rect& box) {
        auto node = element(body, "div", class_of(shape.kind));
        writer_.level = title_level;
        set_style(node, {{"x", box.at.x - boxes_.body.at.x}, {"w", box.size.width}});
        if (shape.kind == deck::ShapeKind::cells) return add_cells(node, box);
        markup::append_blocks(node, deck::blocks_of(slide_.body, shape), writer_);
        const bool is_last = shape.end == slide_.body.size();
        if (shape.kind == deck::ShapeKind::figure)
            place_figure(node, is_last ? to_the_foot(box) : box);
        if (shape.kind == deck::ShapeKind::table) set_columns(node, shape, box);
        if (const auto* cards = std::get_if<doc::Cards>(&slide_.body[shape.begin].node))
            xml::set_attribute(
                node, "style",
                fmt::format("{} --cards: {}", node.attribute("style").value(),
                            typeset::cards_beside(cards->cards.size(), box.size.width,
                                                  look().medium[style::Role::body].text.size)));
    }
    void add_cells(pugi::xml_node node, const Rect& box) {
        const auto cells = deck::cells_of(slide_, look());
        auto around = element(node, cells.is_list ? "ul" : "div",
                              fmt::format("cells {}", class_of(cells.kind)));
        if (cells.is_list) xml::set_attribute(around, "role", "list");
        set_style(around, {{"h", box.size.height}});
        for (std::size_t i = 0; i < cells.all.size(); ++i)
            add_cell(around, cells, i, boxes_.cells[i], box.at);
    }
    void add_cell(pugi::xml_node around, const deck::Cells& cells, std::size_t number,
                  const deck::CellBox& box, Point from) {
        const auto& cell = cells.all[number];
        auto node = element(around, cells.is_list ? "li" : "div", class_of(cell.stance));
        const auto inside = [&](Rect rect) {
            return Rect{{rect.at.x - from.x, rect.at.y - from.y}, rect.size};
        };
        if (cells.kind == deck::CellKind::task) {
            add_tick(node, cell.task == doc::TaskState::done, box.tick, language());
            place(node.last_child(), inside(box.tick));
        }
        if (cells.kind == deck::CellKind::step) {
            auto head = element(node, "p", "step");
            place(head, inside(box.head));
            xml::set_attribute(head, "style",
                               fmt::format("{} color: {}", head.attribute("style").value(),
                                           css(deck::ink_on(box.ground, look()))));
            markup::append_inlines(element(head, "span"), deck::step_words(cells, number), writer_);
        }
        auto text = element(node, "div", "cell");
        place(text, inside(box.text));
        markup::append_blocks(text, deck::blocks_of(cells, number), writer_);
    }
    /// `box` with all the room below it: its measure knows no more than the pages need.
    Rect to_the_foot(Rect box) const {
        box.size.height = deck::bottom(boxes_.body) - box.at.y;
        return box;
    }
    /// Beside the text of a picture slide, or between its neighbours.
    void place_figure(pugi::xml_node node, const Rect& box) const {
        const Point from = boxes_.body.at;
        set_style(node, {{"x", box.at.x - from.x},
                         {"y", box.at.y - from.y},
                         {"w", box.size.width},
                         {"h", box.size.height}});
        if (slide_.kind == deck::SlideKind::picture)
            xml::set_attribute(node, "class", "figure beside");
        if (node.first_child().select_nodes("img|picture").size() > 2)
            xml::set_attribute(node.first_child(), "style", "--across: 3");
    }
    /// Widths as in the pages; text that is too wide for them is smaller.
    void set_columns(pugi::xml_node node, const deck::Shape& shape, const Rect& box) const {
        auto table = node.child("div").child("table");
        const auto* source = std::get_if<doc::Table>(&slide_.body[shape.begin].node);
        if (!table || !source || source->columns.empty()) return;
        const auto medium = deck::medium_at(look(), deck::body_size_of(slide_, look()), {});
        typeset::Structure scratch(pages::Tag::document);
        Diagnostics unheard;
        auto context = writing_.setting.context(medium, scratch, unheard);
        const auto set = typeset::shape_of_table(*source, box.size.width, context);
        table.remove_child("colgroup");  // the author's wishes are in the widths
        const auto before = table.child("caption");
        auto group =
            before ? table.insert_child_after("colgroup", before) : table.prepend_child("colgroup");
        for (const Length width : set.columns)
            xml::set_attribute(element(group, "col"), "style",
                               fmt::format("width: {:.2f}%",
                                           100 * width.in_points() / box.size.width.in_points()));
        xml::set_attribute(table, "class", "set");
        const Length cell = medium[style::Role::table_cell].text.size;
        const Length head = medium[style::Role::table_head].text.size;
        if (set.scale < Share::whole())
            set_style(table,
                      {{"s-table-cell", set.scale.of(cell)}, {"s-table-head", set.scale.of(head)}});
    }

    void add_links(pugi::xml_node sheet) {
        if (slide_.links.empty()) return;
        auto links = element(sheet, "div", "links");
        for (const auto& line : slide_.links)
            markup::append_inlines(element(links, "p"), line, writer_);
    }
    /// On a plate of its own, so that it is seen on any ground.
    void add_logo(pugi::xml_node sheet) {
        const auto& logo = writing_.setting.book.metadata.logo;
        const auto info = logo ? writing_.setting.resources.images.info(*logo) : std::nullopt;
        if (!info) return;
        const auto at = deck::logo_on_plate(info->width, info->height, boxes_.logo);
        auto plate = element(sheet, "div", "logo");
        place(plate, at.plate);
        writing_.pictures.append(plate, *logo, writing_.deck.publisher);
    }
    /// The foot is for the eye: readers of the document have its title and its order.
    void add_foot(pugi::xml_node sheet) {
        if (slide_.kind == deck::SlideKind::title) {
            add_logo(sheet);
            const auto meta = deck::cover_meta(writing_.deck);
            if (!meta.empty()) text_element(sheet, "p", meta, "meta");
        }
        if (deck::is_cover(slide_) || slide_.kind == deck::SlideKind::full_picture) return;
        const auto words =
            deck::foot_line(writing_.deck.title, deck::booklet_words(slide_, language()),
                            boxes_.footer.size.width, writing_.setting);
        auto footer = text_element(sheet, "p", words, "footer");
        xml::set_attribute(footer, "aria-hidden", "true");
        auto number = text_element(sheet, "p", own_digits(number_ + 1, language()), "number");
        xml::set_attribute(number, "aria-hidden", "true");
    }
    /// Elements of the book that are shown here without a place of their own.
    void add_anchors(pugi::xml_node sheet) {
        for (const auto& anchor : slide_.anchors)
            if (writing_.ids.insert(anchor).second)
                xml::set_attribute(element(sheet, "span"), "id", anchor);
    }
    void add_notes(pugi::xml_node section) {
        if (slide_.notes.empty()) return;
        in_notes_ = true;
        auto notes = element(section, "details", "notes");
        markup::append_line(element(notes, "summary"), doc::own_words(Word::notes, language()),
                            writer_);
        writer_.level = title_level;
        writer_.heading_levels = closed_levels(slide_.notes, title_level);
        markup::append_blocks(notes, slide_.notes, writer_);
    }

    std::size_t number_;
    const deck::Slide& slide_;
    Writing& writing_;
    deck::Arrangement boxes_;
    bool in_notes_ = false;
    markup::Host host_ = host();
    markup::Writer writer_{writing_.setting.book, host_, writing_.setting.language};
};

}  // namespace

std::string write_slide(std::size_t number, Writing& writing) {
    return SlideWriter(number, writing).write();
}

}  // namespace triptych::deck_html
