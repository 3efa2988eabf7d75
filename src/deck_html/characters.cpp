#include "deck_html/characters.hpp"

#include <algorithm>
#include <string>

#include "base/match.hpp"
#include "base/number_signs.hpp"
#include "base/printed_date.hpp"
#include "base/text.hpp"
#include "base/words.hpp"
#include "deck/content.hpp"
#include "deck_html/formula_characters.hpp"
#include "doc/code_lines.hpp"
#include "doc/numbers.hpp"
#include "doc/walk.hpp"

namespace triptych::deck_html {
namespace {

using style::Role;

/// A family in a weight and posture, as it is when emphasis nests.
struct Type {
    style::FamilyRole family{};
    int weight = 400;
    bool italic = false;
};

Role heading_role(std::uint8_t look) {
    constexpr Role roles[] = {Role::heading2, Role::heading3, Role::heading4, Role::heading5,
                              Role::heading6};
    return roles[std::clamp<std::size_t>(look, 2, 6) - 2];
}

/// Walks a deck with the type each text is set in.
class Collector {
public:
    explicit Collector(const deck::Setting& setting) : setting_(setting) {}

    void add(const deck::Slide& slide) {
        const bool cover = deck::is_cover(slide), part = slide.kind == deck::SlideKind::part;
        inlines(deck::title_words(slide, setting_.look()),
                type(cover ? Role::cover_title : Role::slide_title));
        text(slide.numeral, type(Role::slide_number));
        for (const int weight : {400, 700}) {
            Type kicker = type(Role::slide_kicker);
            kicker.weight = weight;
            text(doc::plain_text(slide.kicker) + "0123456789/…·" + digits_, kicker);
        }
        for (const auto& paragraph : slide.claim)
            inlines(paragraph, type(part    ? Role::body
                                    : cover ? Role::cover_subtitle
                                            : Role::slide_claim));
        blocks(slide.body, Role::body);
        add_heads(slide);
        text(deck::more_words(slide, setting_.language), type(Role::body));
        text(deck::booklet_words(slide, setting_.language) + " ·…", type(Role::slide_footer));
        for (const auto& line : slide.links) inlines(line, type(Role::slide_link));
    }
    /// Heads of cells are bold, whatever they were in the text.
    void add_heads(const deck::Slide& slide) {
        if (!deck::cell_block(slide, setting_.look())) return;
        Type bold = type(Role::body);
        bold.weight = 700;
        text("0123456789\xC2\xA0" + digits_, bold);
        for (const auto& cell : deck::cells_of(slide, setting_.look()).all)
            inlines(cell.head, bold);
    }
    void add_frame(const deck::Deck& deck) {
        text(deck.title, type(Role::slide_footer));
        text("0123456789" + digits_, type(Role::slide_footer));
        text(deck.publisher, type(Role::slide_kicker));
        text(deck::cover_meta(deck), type(Role::cover_meta));
    }
    Characters take() { return std::move(characters_); }

private:
    Type type(Role role) const {
        const auto& style = setting_.text(role);
        return {style.family, style.weight, style.italic};
    }
    Type code_in(Type around) const {
        around.family = setting_.text(Role::inline_code).family;
        return around;
    }

    void text(std::string_view words, const Type& type) {
        if (words.empty()) return;
        const auto& fonts = setting_.resources.fonts;
        const auto& families = setting_.resources.sheet.fonts.families;
        const auto& name = families[static_cast<std::size_t>(type.family)].name;
        const FaceId face = fonts.find(name, type.weight, type.italic);
        for (const auto& run : fonts.itemize(words, face, setting_.language)) {
            auto& bag = characters_[run.face];
            for (std::size_t at = run.begin; at < run.end;)
                bag.insert(text::next_code_point(words, at));
        }
    }

    /// Set in the face with the table that roots and brackets are made by; what can't be read is
    /// code.
    void formula(const std::string& tex, doc::tex::Place place, const Type& code) {
        const auto signs = formula_characters(tex, place);
        const auto& families = setting_.resources.sheet.fonts.families;
        const auto& name = families[static_cast<std::size_t>(style::FamilyRole::math)].name;
        if (signs.empty() || name.empty()) return text(tex, code);
        const FaceId face = setting_.resources.fonts.find(name, 400, false);
        characters_[face].insert(signs.begin(), signs.end());
    }
    void inlines(const doc::Inlines& body, const Type& type) {
        for (const auto& node : body) this->node(node, type);
    }
    // Long because it says for every kind of node in which type its text is.
    void node(const doc::Inline& node, const Type& type) {
        const auto plain = [&](const auto& mark) { inlines(mark.body, type); };
        std::visit(Match{
                       [&](const doc::Text& words) { text(words.text, type); },
                       [&](const doc::Emphasis& mark) {
                           inlines(mark.body, {type.family, type.weight, true});
                       },
                       [&](const doc::Strong& mark) {
                           inlines(mark.body, {type.family, 700, type.italic});
                       },
                       [&](const doc::Strikethrough& mark) { plain(mark); },
                       [&](const doc::Superscript& mark) { plain(mark); },
                       [&](const doc::Subscript& mark) { plain(mark); },
                       [&](const doc::Mark& mark) { plain(mark); },
                       [&](const doc::Foreign& mark) { plain(mark); },
                       [&](const doc::Ruby& ruby) {
                           plain(ruby);
                           text(doc::in_brackets(ruby), type);
                       },
                       [&](const doc::Code& code) { text(code.text, code_in(type)); },
                       [&](const doc::Keyboard& key) { text(key.text, code_in(type)); },
                       [&](const doc::Math& math) {
                           formula(math.tex, doc::tex::Place::in_line, code_in(type));
                       },
                       [&](const doc::Link& link) {
                           inlines(link.body, type);
                           if (const auto* url = std::get_if<doc::Url>(&link.target))
                               if (link.body.empty()) text(url->address, type);
                       },
                       [&](const doc::InlineImage& image) { text(image.alternative, type); },
                       [&](const doc::NoteReference& note) {
                           text(own_digits(note.note + 1, setting_.language), type);
                       },
                       [](const doc::Anchor&) {},
                       [](const doc::LineBreak&) {},
                   },
                   node.node);
    }

    void children(const doc::Block& block, Role lines, Role inside) {
        doc::for_each_child(
            block, [&](const doc::Inlines& body) { inlines(body, type(lines)); },
            [&](const doc::Blocks& body) { blocks(body, inside); });
    }
    void words(Word word, Role role) { text(word_in(setting_.language, word), type(role)); }

    void blocks(const doc::Blocks& body, Role around) {
        for (const auto& block : body) this->block(block, around);
    }
    void paragraph(const doc::Paragraph& paragraph, Role around) {
        Role role = around;
        if (paragraph.role == doc::ParagraphRole::lede) role = Role::lede;
        if (paragraph.role == doc::ParagraphRole::bold_heading) role = Role::bold_heading;
        inlines(paragraph.body, type(role));
    }
    void list(const doc::List& list, const doc::Block& block, Role around) {
        text("•– 0123456789.☐☑" + digits_, type(Role::list));
        if (list.ordered)
            for (const std::int32_t number : doc::numbers_of(list))
                text(doc::written_number(number, list.numbering, setting_.language),
                     type(Role::list));
        children(block, around, around == Role::body ? Role::list : around);
    }
    void callout(const doc::Block& block) {
        for (const Word word : {Word::callout_info, Word::callout_success, Word::callout_warning,
                                Word::callout_danger})
            words(word, Role::callout_label);
        children(block, Role::callout, Role::callout);
    }
    void table(const doc::Table& table) {
        inlines(table.caption, type(Role::caption));
        for (const auto& row : table.head)
            for (const auto& cell : row.cells) blocks(cell.body, Role::table_head);
        for (const auto& row : table.rows)
            for (const auto& cell : row.cells)
                blocks(cell.body, cell.heads_row ? Role::table_head : Role::table_cell);
    }
    void link_card(const doc::LinkCard& card) {
        inlines(card.title, type(Role::link_card));
        std::string around = card.detail + " :()";
        if (const auto* url = std::get_if<doc::Url>(&card.target)) around += url->address;
        if (const auto* file = std::get_if<doc::FileRef>(&card.target))
            around += setting_.book.media[index(file->media)].path;
        text(around, type(Role::link_card));
        for (const Word word :
             {Word::page, Word::web_page, Word::video, Word::file, Word::interface_description})
            words(word, Role::link_card);
        blocks(card.caption, Role::table_cell);
    }
    void code(const doc::CodeBlock& block) {
        text("0123456789", type(Role::code));
        text(block.title, type(Role::code_title));
        for (const auto& line : doc::code_lines(block))
            for (const auto& piece : line.pieces) {
                const auto style = setting_.look().medium.code_text(piece.part);
                text(piece.text, {style.family, style.weight, style.italic});
            }
    }
    void missing(const doc::MissingPicture& picture) {
        words(Word::missing_image, Role::missing_picture);
        text(picture.path + picture.alternative + " :", type(Role::missing_picture));
        inlines(picture.caption, type(Role::caption));
    }
    void updates(const doc::Updates& updates) {
        for (const auto& update : updates.updates) {
            text(printed_date(update.date, setting_.language), type(Role::update_date));
            for (const auto& tag : update.tags) text(tag, type(Role::update_date));
            blocks(update.body, Role::body);
        }
    }
    // Long because it says for every kind of block in which type its text is.
    void block(const doc::Block& block, Role around) {
        std::visit(
            Match{
                [&](const doc::Paragraph& node) { paragraph(node, around); },
                [&](const doc::Heading& node) {
                    text(node.number, type(heading_role(node.written_level)));
                    inlines(node.body, type(heading_role(node.written_level)));
                },
                [&](const doc::List& of) { list(of, block, around); },
                [&](const doc::Callout&) { callout(block); },
                [&](const doc::Quote&) { children(block, Role::quote, Role::quote); },
                [&](const doc::CodeBlock& node) { code(node); },
                [&](const doc::Diagram& node) {
                    text(node.source, type(Role::code));
                    words(Word::diagram, Role::code_title);
                    text(node.language + " ()" + node.title, type(Role::code_title));
                },
                [&](const doc::MathBlock& node) {
                    formula(node.tex, doc::tex::Place::own_line, type(Role::code));
                },
                [&](const doc::Table& node) { table(node); },
                [&](const doc::Figure& node) { inlines(node.caption, type(Role::caption)); },
                [&](const doc::MissingPicture& node) { missing(node); },
                [&](const doc::Tabs&) { children(block, Role::tab_title, Role::body); },
                [&](const doc::Steps&) {
                    text("0123456789", type(Role::step_number));
                    children(block, Role::step_title, Role::body);
                },
                [&](const doc::Cards&) { children(block, Role::card_title, Role::table_cell); },
                [&](const doc::Details&) { children(block, Role::details_summary, Role::body); },
                [&](const doc::Columns&) { children(block, Role::body, Role::body); },
                [&](const doc::Updates& node) { updates(node); },
                [&](const doc::LinkCard& node) { link_card(node); },
                [](const doc::ThematicBreak&) {},
                [&](const doc::Unsupported& node) { text(node.source, type(Role::code)); },
            },
            block.node);
    }

    const deck::Setting& setting_;
    /// Of the language: slides and notes are numbered in them.
    const std::string digits_ = own_digits("0123456789", setting_.language);
    Characters characters_;
};

}  // namespace

Characters characters_of(const deck::Deck& deck, const deck::Setting& setting) {
    Collector collector(setting);
    collector.add_frame(deck);
    for (const auto& slide : deck.slides) collector.add(slide);
    return collector.take();
}

}  // namespace triptych::deck_html
