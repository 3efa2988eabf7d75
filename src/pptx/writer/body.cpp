#include "pptx/writer/body.hpp"

#include <algorithm>
#include <set>
#include <string>
#include <utility>

#include "base/words.hpp"
#include "base/xml.hpp"
#include "deck/setting/grid.hpp"
#include "deck/setting/setting.hpp"
#include "doc/walk.hpp"
#include "pptx/drawing/element.hpp"
#include "pptx/words.hpp"
#include "pptx/writer/shapes.hpp"
#include "pptx/writer/text.hpp"
#include "typeset/flow/cards.hpp"

namespace triptych::pptx {
namespace {

using namespace literals;
using style::Role;

/// Role whose ground and text a boxed block has.
Role role_of(const doc::Block& block) {
    if (std::holds_alternative<doc::Callout>(block.node)) return Role::callout;
    if (std::holds_alternative<doc::Quote>(block.node)) return Role::quote;
    if (std::holds_alternative<doc::MissingPicture>(block.node)) return Role::missing_picture;
    return Role::link_card;
}

class BodyWriter {
public:
    BodyWriter(pugi::xml_node tree, const deck::Slide& slide, const deck::Arrangement& boxes,
               const BodyTarget& target, const Writing& writing)
        : tree_(tree),
          slide_(slide),
          boxes_(boxes),
          target_(target),
          writing_(writing),
          medium_(deck::medium_at(writing.look(), deck::body_size_of(slide, writing.look()), {})) {}
    unsigned write(unsigned next_id) {
        id_ = next_id;
        const auto all = deck::shapes(slide_, writing_.look());
        for (std::size_t i = 0; i < all.size(); ++i) add_shape(all[i], boxes_.shapes[i]);
        return id_;
    }

private:
    void add_shape(const deck::Shape& shape, const Rect& box) {
        const auto& first = slide_.body[shape.begin];
        switch (shape.kind) {
            case deck::ShapeKind::text:
                add_text(deck::blocks_of(slide_.body, shape), box);
                break;
            case deck::ShapeKind::aside:
                add_aside(deck::blocks_of(slide_.body, shape), box);
                break;
            case deck::ShapeKind::cells:
                add_cells();
                break;
            case deck::ShapeKind::box:
                add_box(first, box);
                break;
            case deck::ShapeKind::code:
                add_code(first, box);
                break;
            case deck::ShapeKind::table:
                add_table(std::get<doc::Table>(first.node), box);
                break;
            case deck::ShapeKind::figure:
                add_figure(std::get<doc::Figure>(first.node), box);
                break;
            case deck::ShapeKind::grid:
                add_grid(first, box);
                break;
        }
    }

    /// The next placeholder for `use`; each is taken once.
    const Placeholder* take(Use use) {
        for (const auto& placeholder : target_.layout.placeholders)
            if (placeholder.use == use && !placeholder.is_loose &&
                taken_.insert(&placeholder).second)
                return &placeholder;
        return nullptr;
    }
    /// The text body of the next placeholder for `use`, or of a plain box.
    pugi::xml_node open_text(Use use, const Rect& box, std::string_view anchor = "t") {
        const auto* placeholder = take(use);
        if (!placeholder) {
            const auto name = placeholder_name(use, writing_.deck.language);
            return add_text_box(tree_, {id_++, std::string(name)}, {box, {}, {}, {}, anchor},
                                writing_);
        }
        auto shape = open_placeholder(tree_, next_identity(placeholder->name), *placeholder, box);
        auto body = add(shape, "p:txBody");
        add_autofit(add(body, "a:bodyPr"), {}, {});
        add(body, "a:lstStyle");
        return body;
    }
    void add_aside(const doc::Blocks& blocks, const Rect& box) {
        const auto style = deck::more_style(writing_.look());
        TextTarget target{target_.part, Links::live, style.size, style.colour};
        add_paragraphs(open_text(Use::aside, box), blocks, target, writing_);
    }
    void add_cells() {
        const auto cells = deck::cells_of(slide_, writing_.look());
        for (std::size_t i = 0; i < cells.all.size(); ++i) add_cell(cells, i, boxes_.cells[i]);
    }
    void add_cell(const deck::Cells& cells, std::size_t number, const deck::CellBox& box) {
        const auto& cell = cells.all[number];
        if (cells.kind == deck::CellKind::task) add_tick(cell, box);
        if (cells.kind == deck::CellKind::step) add_step(cells, number, box);
        const bool apart = deck::has_heads_in_chevrons(cells);
        if (cell.body.empty() && apart) return;
        auto body = open_text(Use::cell, cell_frame(box));
        TextTarget target{target_.part, Links::live, body_size(), {}};
        if (!cell.head.empty() && !apart) add_head(body, cells, number);
        if (!cell.body.empty() || cell.head.empty())
            add_paragraphs(body, cell.body, target, writing_);
    }
    void add_head(pugi::xml_node body, const deck::Cells& cells, std::size_t number) {
        const auto& cell = cells.all[number];
        const auto medium = deck::medium_of_cell(cell, cells.kind, body_size(), writing_.look());
        const auto& style = medium[Role::bold_heading];
        TextTarget target{target_.part, Links::live, style.text.size, style.text.colour};
        target.bold = true;
        auto p = add_paragraph(body, cell.head, target, writing_);
        if (style.first_line.units == 0) return;
        auto properties = p.prepend_child("a:pPr");
        xml::set_attribute(properties, "indent", emu(style.first_line));
    }
    /// The box says in words what it looks like.
    void add_tick(const deck::Cell& cell, const deck::CellBox& box) {
        const bool done = cell.task == doc::TaskState::done;
        const deck::Ornament tick{done ? deck::Form::ticked_box : deck::Form::box,
                                  deck::Paint::accent, box.tick};
        Identity identity = next_identity("Box");
        identity.alternative =
            word_in(writing_.deck.language, done ? Word::task_done : Word::task_open);
        add_path(tree_, identity, box.tick, deck::path_of(tick, writing_.look()), writing_);
    }
    void add_step(const deck::Cells& cells, std::size_t number, const deck::CellBox& box) {
        const auto style = deck::step_style(writing_.look());
        auto body = open_text(Use::head, box.head, "ctr");
        TextTarget target{target_.part, Links::live, style.size,
                          deck::ink_on(box.ground, writing_.look())};
        target.bold = true;
        add_paragraph(body, deck::step_words(cells, number), target, writing_);
    }
    Length usual_size() const { return writing_.text(Role::body).size; }
    Length body_size() const { return deck::body_size_of(slide_, writing_.look()); }
    /// The style's size, shrunk as much as the slide's body.
    Length shrunk(Role role) const { return medium_[role].text.size; }
    TextTarget text_target(Role role) const {
        const auto& style = writing_.text(role);
        TextTarget target{target_.part, Links::live, shrunk(role), style.colour};
        target.bold = style.weight >= 600;
        target.italic = style.italic;
        if (style.family != writing_.text(Role::body).family)
            target.face = writing_.family(style.family);
        return target;
    }
    Identity next_identity(std::string_view name) {
        return {id_++, std::string(shape_name(name, writing_.deck.language))};
    }

    void add_text(const doc::Blocks& blocks, const Rect& box) {
        if (const auto* placeholder = take(Use::body)) {
            auto shape =
                open_placeholder(tree_, next_identity(placeholder->name), *placeholder, box);
            auto body = add(shape, "p:txBody");
            add_autofit(add(body, "a:bodyPr"), body_size(), usual_size());
            add(body, "a:lstStyle");
            TextTarget target{target_.part};
            if (writing_.base.is_own() && body_size() != usual_size()) target.size = body_size();
            target.bullets = placeholder->bullets;
            target.is_spaced = placeholder->is_spaced;
            add_paragraphs(body, blocks, target, writing_);
            return;
        }
        auto body = add_text_box(tree_, next_identity("Text"), {box, {}, {}, {}, "t"}, writing_);
        add_paragraphs(body, blocks, text_target(Role::body), writing_);
    }

    void add_box(const doc::Block& block, const Rect& box) {
        const Role role = role_of(block);
        const auto& style = writing_.look().medium[role];
        TextBox text_box{box, style.box.ground, style.box.rule, style.box.padding, "ctr"};
        if (const auto* callout = std::get_if<doc::Callout>(&block.node)) {
            const auto& colours =
                writing_.look().medium.callouts[static_cast<std::size_t>(callout->kind)];
            text_box.ground = colours.ground;
            text_box.rule = colours.rule;
        }
        auto body = add_text_box(tree_, next_identity("Box"), text_box, writing_);
        add_paragraphs(body, {block}, text_target(role), writing_);
        if (text_box.rule) add_rule(box, *text_box.rule, style.box.rule_width);
    }
    void add_rule(const Rect& box, Colour colour, Length width) {
        Rect rule = box;
        rule.size.width = std::max(width, 2_pt);
        add_rectangle(tree_, decoration_identity(id_++, writing_), rule, colour,
                      writing_.base.palette);
    }
    pugi::xml_node open_listing(const Rect& box) {
        const auto& style = writing_.look().medium[Role::code].box;
        if (const auto* placeholder = take(Use::listing)) {
            const Rect text = deck::inset(box, style.padding, style.padding);
            auto shape =
                open_placeholder(tree_, next_identity(placeholder->name), *placeholder, text);
            auto body = add(shape, "p:txBody");
            add_autofit(add(body, "a:bodyPr"), {}, {});
            add(body, "a:lstStyle");
            return body;
        }
        return add_text_box(tree_, next_identity("Code"),
                            {box, style.ground, {}, style.padding, "t"}, writing_);
    }
    void add_code(const doc::Block& block, const Rect& box) {
        auto body = open_listing(box);
        doc::Block lines = block;
        if (auto* code = std::get_if<doc::CodeBlock>(&lines.node); code && !code->title.empty()) {
            TextTarget title = text_target(Role::code_title);
            title.bold = true;
            add_paragraph(body, {{doc::Text{std::exchange(code->title, {})}, {}}}, title, writing_);
        }
        add_paragraphs(body, {std::move(lines)}, text_target(Role::code), writing_);
    }
    void add_table(const doc::Table& table, const Rect& box) {
        const auto* placeholder = take(Use::table);
        pptx::add_table(tree_, next_identity(placeholder ? placeholder->name : "Table"), table, box,
                        text_target(Role::table_cell), placeholder, writing_);
        if (!table.caption.empty()) add_caption(table.caption, box);
    }
    /// A caption at the lower edge of `box`, of which it takes half at most; returns its height.
    Length add_caption(const doc::Inlines& caption, const Rect& box) {
        const auto& style = writing_.text(Role::caption);
        const Length height =
            std::min(caption_height(caption, box.size.width), std::max(1_pt, box.size.height / 2));
        const Rect lower = {{box.at.x, box.at.y + box.size.height - height},
                            {box.size.width, height}};
        auto body =
            add_text_box(tree_, next_identity("Caption"), {lower, {}, {}, {}, "b"}, writing_);
        TextTarget target = text_target(Role::caption);
        target.size = style.size;
        pptx::add_paragraph(body, caption, target, writing_);
        return height;
    }
    Length caption_height(const doc::Inlines& caption, Length width) const {
        const auto& style = writing_.text(Role::caption);
        const auto characters = static_cast<std::int64_t>(doc::plain_text(caption).size());
        const Length needed = style.size.scaled(characters, 2);
        return style.leading * (1 + needed.units / std::max<std::int64_t>(1, width.units));
    }
    void add_figure(const doc::Figure& figure, Rect box) {
        if (!figure.caption.empty())
            box.size.height =
                std::max(1_pt, box.size.height - add_caption(figure.caption, box) - 4_pt);
        const auto count =
            static_cast<std::int64_t>(std::max<std::size_t>(1, figure.pictures.size()));
        const Length gap = 12_pt;
        const Length width = std::max(1_pt, (box.size.width - gap * (count - 1)) / count);
        for (const auto& picture : figure.pictures) {
            add_one_picture(picture, {box.at, {width, box.size.height}});
            box.at.x += width + gap;
        }
    }
    void add_one_picture(const doc::Picture& picture, const Rect& box) {
        const auto* placeholder =
            slide_.kind == deck::SlideKind::picture ? take(Use::picture) : nullptr;
        Identity identity = next_identity("Picture");
        identity.alternative = picture.alternative;
        identity.decorative = picture.decorative || picture.alternative.empty();
        if (add_picture(tree_, identity, picture, box, {target_.part}, placeholder, writing_))
            return;
        auto body =
            add_text_box(tree_, next_identity("Picture"), {box, {}, {}, {}, "ctr"}, writing_);
        add_paragraph(body, {{doc::Text{"[" + picture.alternative + "]"}, {}}},
                      text_target(Role::missing_picture), writing_);
    }

    void add_grid(const doc::Block& block, const Rect& box) {
        if (const auto* cards = std::get_if<doc::Cards>(&block.node)) add_cards(*cards, box);
        if (const auto* columns = std::get_if<doc::Columns>(&block.node))
            add_columns(*columns, box);
    }
    void add_cards(const doc::Cards& cards, const Rect& box) {
        const std::size_t count = cards.cards.size();
        const std::size_t across =
            typeset::cards_beside(count, box.size.width, writing_.text(Role::body).size);
        const std::size_t down = across ? (count + across - 1) / across : 0;
        for (std::size_t i = 0; i < count; ++i)
            add_card(cards.cards[i], cell_of(box, i % across, across, i / across, down));
    }
    Rect cell_of(const Rect& box, std::size_t column, std::size_t across, std::size_t row,
                 std::size_t down) const {
        const Length gap = writing_.text(Role::body).size;
        const auto columns = static_cast<std::int64_t>(across);
        const auto rows = static_cast<std::int64_t>(down);
        const Size size = {std::max(1_pt, (box.size.width - gap * (columns - 1)) / columns),
                           std::max(1_pt, (box.size.height - gap * (rows - 1)) / rows)};
        return {{box.at.x + (size.width + gap) * static_cast<std::int64_t>(column),
                 box.at.y + (size.height + gap) * static_cast<std::int64_t>(row)},
                size};
    }
    void add_card(const doc::Card& card, const Rect& box) {
        const auto& style = medium_[Role::card_title].box;
        const TextBox text_box{box, style.ground, {}, style.padding, "t", style.border};
        auto body = add_text_box(tree_, next_identity("Card"), text_box, writing_);
        TextTarget title = text_target(Role::card_title);
        title.bold = true;
        doc::Inlines words = card.title;
        if (card.target) words = {{doc::Link{*card.target, card.title}, {}}};
        if (!words.empty()) add_paragraph(body, words, title, writing_);
        if (!card.body.empty() || words.empty())
            add_paragraphs(body, card.body, text_target(Role::body), writing_);
    }
    void add_columns(const doc::Columns& columns, const Rect& box) {
        const std::size_t count = columns.columns.size();
        for (std::size_t i = 0; i < count; ++i) {
            const Rect cell = cell_of(box, i, count, 0, 1);
            auto body =
                add_text_box(tree_, next_identity("Column"), {cell, {}, {}, {}, "t"}, writing_);
            add_paragraphs(body, columns.columns[i].body, text_target(Role::body), writing_);
        }
    }

    pugi::xml_node tree_;
    const deck::Slide& slide_;
    const deck::Arrangement& boxes_;
    const BodyTarget& target_;
    const Writing& writing_;
    style::Medium medium_;
    std::set<const Placeholder*> taken_;
    unsigned id_ = 2;
};

}  // namespace

void add_body(pugi::xml_node tree, const deck::Slide& slide, const deck::Arrangement& boxes,
              unsigned& next_id, const BodyTarget& target, const Writing& writing) {
    next_id = BodyWriter(tree, slide, boxes, target, writing).write(next_id);
}

void add_autofit(pugi::xml_node body_properties, Length shrunk_to, Length usual) {
    auto fit = add(body_properties, "a:normAutofit");
    if (shrunk_to.units <= 0 || shrunk_to >= usual) return;
    const Length scale = shrunk_to.scaled(100'000, usual.units);
    xml::set_attribute(fit, "fontScale", std::to_string(scale.units));
}

}  // namespace triptych::pptx
