#include <fmt/format.h>

#include <algorithm>
#include <string>

#include "base/code_parts.hpp"
#include "base/match.hpp"
#include "base/words.hpp"
#include "base/xml.hpp"
#include "doc/code_lines.hpp"
#include "doc/own_words.hpp"
#include "doc/traits.hpp"
#include "doc/walk.hpp"
#include "markup/boxes.hpp"
#include "markup/mathml.hpp"
#include "markup/tables.hpp"
#include "markup/writer.hpp"

namespace triptych::markup {
namespace {

std::string_view css_class(doc::ParagraphRole role) {
    switch (role) {
        case doc::ParagraphRole::body:
            return {};
        case doc::ParagraphRole::lede:
            return "lede";
        case doc::ParagraphRole::lead_in:
            return "lead-in";
        case doc::ParagraphRole::bold_heading:
            return "bold-heading";
    }
    return {};
}

void append_heading(pugi::xml_node parent, const doc::Heading& heading, Writer& writer) {
    const auto level = writer.heading_levels[std::clamp<std::size_t>(heading.level, 1, 6)];
    auto node = element(
        parent, fmt::format("h{}", level).c_str(),
        heading.written_level != level ? fmt::format("look-{}", heading.written_level) : "");
    set_id(node, heading.id, writer);
    if (!heading.number.empty()) {
        text_element(node, "span", heading.number, "numeral");
        xml::append_text(node, " ");
    }
    append_line(node, heading.body, writer);
    writer.level = level;
}

void append_task_box(pugi::xml_node item, doc::TaskState state, const Writer& writer) {
    const bool done = state == doc::TaskState::done;
    auto box = text_element(item, "span", done ? "☑" : "☐", "box");
    xml::set_attribute(box, "role", "img");
    xml::set_attribute(box, "aria-label",
                       word_in(writer.language, done ? Word::task_done : Word::task_open));
    tell_words(box, writer.language);
}

/// The paragraph of a tight item is not worth an element of its own.
void append_item_body(pugi::xml_node item, const doc::ListItem& source, bool tight,
                      Writer& writer) {
    std::span<const doc::Block> rest = source.body;
    if (tight && !rest.empty())
        if (const auto* first = std::get_if<doc::Paragraph>(&rest.front().node)) {
            const auto before = item.last_child();
            append_line(item, first->body, writer);
            writer.host.written(item, before, rest.front().span);
            rest = rest.subspan(1);
        }
    append_blocks(item, rest, writer);
}

/// The value of the attribute `type`.
const char* type_of(doc::Numbering numbering) {
    switch (numbering) {
        case doc::Numbering::decimal:
            return "1";
        case doc::Numbering::lower_letters:
            return "a";
        case doc::Numbering::upper_letters:
            return "A";
        case doc::Numbering::lower_roman:
            return "i";
        case doc::Numbering::upper_roman:
            return "I";
    }
    return "1";
}

void append_list(pugi::xml_node parent, const doc::List& list, Writer& writer) {
    const bool tasks = std::any_of(list.items.begin(), list.items.end(), [](const auto& item) {
        return item.task != doc::TaskState::none;
    });
    auto node = element(parent, list.ordered ? "ol" : "ul", tasks ? "tasks" : "");
    // Without a start, a list that counts down would begin with the number of its items.
    if (list.ordered && (list.start != 1 || list.reversed))
        xml::set_attribute(node, "start", std::to_string(list.start));
    if (list.ordered && list.reversed) xml::set_attribute(node, "reversed", "reversed");
    if (list.ordered && list.numbering != doc::Numbering::decimal)
        xml::set_attribute(node, "type", type_of(list.numbering));
    for (const auto& source : list.items) {
        auto item = element(node, "li");
        if (list.ordered && source.number)
            xml::set_attribute(item, "value", std::to_string(*source.number));
        if (source.task != doc::TaskState::none) append_task_box(item, source.task, writer);
        append_item_body(item, source, list.tight, writer);
    }
}

enum class Hanging : std::uint8_t { none, long_lines };

void append_pieces(pugi::xml_node parent, const doc::CodeLine& line) {
    if (line.pieces.empty()) xml::append_text(parent, "");
    for (const doc::CodePiece& piece : line.pieces) {
        if (piece.part)
            text_element(parent, "span", piece.text, css_class(*piece.part));
        else
            xml::append_text(parent, piece.text);
    }
}

/// Longer lines may go on in a second one on a telephone.
constexpr std::size_t short_line = 32;

/// The class of a line whose second line is set in from its own start: "hang-6" of one that begins
/// with four spaces.
std::string hanging_class(std::string_view line) {
    constexpr std::size_t step = 2, deepest = 20;
    std::size_t indent = 0;
    for (const char c : line.substr(0, line.find_first_not_of(" \t"))) indent += c == '\t' ? 4 : 1;
    return fmt::format("hang-{}", (std::min(indent, deepest) + 1) / step * step + step);
}

/// Lines as elements of their own only where something is said about them, or where they hang.
void append_code_lines(pugi::xml_node code, const doc::CodeBlock& block, Hanging hanging) {
    const bool of_their_own = block.line_numbers || !block.highlighted.empty();
    if (!of_their_own && block.parts.empty() && hanging == Hanging::none)
        return xml::append_text(code, block.text);
    for (const doc::CodeLine& line : doc::code_lines(block)) {
        if (line.number > 1) xml::append_text(code, "\n");
        const bool hangs = hanging == Hanging::long_lines && line.text.size() > short_line;
        std::string classes = hangs ? "hangs " + hanging_class(line.text) : std::string();
        if (of_their_own)
            classes = (block.line_numbers ? "numbered line" : "line") +
                      (hangs ? " " + classes : std::string());
        append_pieces(
            classes.empty() ? code : element(code, line.highlighted ? "mark" : "span", classes),
            line);
    }
}

/// Whether the text is a picture made of box-drawing characters (U+2500 to U+257F), which wrapped
/// lines would tear apart.
bool draws_boxes(std::string_view text) {
    return text.find("\xE2\x94") != std::string_view::npos ||
           text.find("\xE2\x95") != std::string_view::npos;
}

void append_code(pugi::xml_node parent, const doc::CodeBlock& block, const Writer& writer) {
    auto figure = element(parent, "figure", "code");
    if (!block.title.empty()) text_element(figure, "figcaption", block.title);
    auto frame = element(figure, "pre");
    set_to_right(frame, writer);
    const bool draws = draws_boxes(block.text);
    if (draws) {
        xml::set_attribute(frame, "class", "drawing");
        xml::set_attribute(frame, "tabindex", "0");  // it scrolls: WCAG 2.1, 2.1.1
    }
    auto code = element(frame, "code");
    if (!block.language.empty()) xml::set_attribute(code, "class", "language-" + block.language);
    const bool hangs = writer.host.vocabulary == Vocabulary::epub && !draws;
    append_code_lines(code, block, hangs ? Hanging::long_lines : Hanging::none);
}

void append_diagram(pugi::xml_node parent, const doc::Diagram& diagram, const Writer& writer) {
    auto figure = element(parent, "figure", "code");
    const std::string name =
        fmt::format("{} ({})", word_in(writer.language, Word::diagram), diagram.language);
    auto caption = text_element(figure, "figcaption", diagram.title.empty() ? name : diagram.title);
    if (diagram.title.empty()) tell_words(caption, writer.language);
    auto frame = element(figure, "pre");
    set_to_right(frame, writer);
    text_element(frame, "code", diagram.source);
}

void append_picture(pugi::xml_node figure, const doc::Picture& picture, Writer& writer) {
    const std::string address =
        picture.target ? writer.host.address(*picture.target) : std::string();
    const LinkScope link(figure, address, writer);
    figure = link.node();
    const std::string alternative = picture.decorative ? std::string() : picture.alternative;
    auto node = writer.host.append_picture(figure, picture.media, alternative);
    if (!node) {
        if (!picture.alternative.empty())
            text_element(figure, "p", picture.alternative, "missing-picture");
        return;
    }
    if (picture.width > 0 && picture.width < 1)
        xml::set_attribute(
            node, "style",
            fmt::format("{}width: {:.0f}%", node.attribute("style").value(), picture.width * 100));
}

void append_figure(pugi::xml_node parent, const doc::Figure& figure, Writer& writer) {
    auto node = element(parent, "figure", figure.pictures.size() > 1 ? "gallery" : "");
    for (const auto& picture : figure.pictures) append_picture(node, picture, writer);
    if (!figure.caption.empty()) append_line(element(node, "figcaption"), figure.caption, writer);
}

void append_missing(pugi::xml_node parent, const doc::MissingPicture& missing, Writer& writer) {
    auto figure = element(parent, "figure", "missing-picture");
    append_inlines(element(figure, "p"), doc::words_for(missing, writer.language), writer);
    if (!missing.caption.empty())
        append_line(element(figure, "figcaption"), missing.caption, writer);
}

void append_paragraph(pugi::xml_node parent, const doc::Paragraph& paragraph, Writer& writer) {
    append_line(element(parent, "p", css_class(paragraph.role)), paragraph.body, writer);
}

void append_unsupported(pugi::xml_node parent, const doc::Unsupported& unknown) {
    text_element(parent, "pre", unknown.source, "unsupported");
}

void append_block(pugi::xml_node parent, const doc::Block& block, Writer& writer) {
    std::visit(Match{
                   [&](const doc::Paragraph& node) { append_paragraph(parent, node, writer); },
                   [&](const doc::Heading& node) { append_heading(parent, node, writer); },
                   [&](const doc::List& node) { append_list(parent, node, writer); },
                   [&](const doc::Callout& node) { append_callout(parent, node, writer); },
                   [&](const doc::Quote& node) {
                       append_blocks(element(parent, "blockquote"), node.body, writer);
                   },
                   [&](const doc::CodeBlock& node) { append_code(parent, node, writer); },
                   [&](const doc::Diagram& node) { append_diagram(parent, node, writer); },
                   [&](const doc::MathBlock& node) {
                       append_math(parent, node.tex, block.span, MathDisplay::block, writer);
                   },
                   [&](const doc::Table& node) { append_table(parent, node, writer); },
                   [&](const doc::Figure& node) { append_figure(parent, node, writer); },
                   [&](const doc::MissingPicture& node) { append_missing(parent, node, writer); },
                   [&](const doc::Tabs& node) { append_tabs(parent, node, writer); },
                   [&](const doc::Steps& node) { append_steps(parent, node, writer); },
                   [&](const doc::Cards& node) { append_cards(parent, node, writer); },
                   [&](const doc::Details& node) { append_details(parent, node, writer); },
                   [&](const doc::Columns& node) { append_columns(parent, node, writer); },
                   [&](const doc::Updates& node) { append_updates(parent, node, writer); },
                   [&](const doc::LinkCard& node) { append_link_card(parent, node, writer); },
                   [&](const doc::ThematicBreak&) { element(parent, "hr"); },
                   [&](const doc::Unsupported& node) { append_unsupported(parent, node); },
               },
               block.node);
}

}  // namespace

void append_blocks(pugi::xml_node parent, std::span<const doc::Block> blocks, Writer& writer) {
    for (std::size_t i = 0; i < blocks.size(); ++i) {
        if (doc::parts_nothing(blocks, i)) continue;
        const doc::Block& block = blocks[i];
        const auto before = parent.last_child();
        const std::uint8_t level = writer.level;
        append_block(parent, block, writer);
        writer.host.written(parent, before, block.span);
        // A heading in a box opens no section behind the box.
        if (doc::traits_of(block).is_box) writer.level = level;
    }
}

}  // namespace triptych::markup
