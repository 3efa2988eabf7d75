#include <fmt/format.h>

#include <algorithm>
#include <string>
#include <string_view>
#include <utility>

#include "base/language_tag.hpp"
#include "base/match.hpp"
#include "base/reading_direction.hpp"
#include "base/text.hpp"
#include "base/words.hpp"
#include "base/xml.hpp"
#include "doc/mark_colours.hpp"
#include "doc/walk.hpp"
#include "markup/mathml.hpp"
#include "markup/writer.hpp"

namespace triptych::markup {
namespace {

ParagraphDirection direction_of(std::string_view language) {
    return is_right_to_left(language) ? ParagraphDirection::to_left : ParagraphDirection::to_right;
}
ParagraphDirection line_direction(const Writer& writer) {
    return writer.direction ? *writer.direction : direction_of(writer.language);
}
void set_direction(pugi::xml_node node, ParagraphDirection direction) {
    xml::set_attribute(node, "dir", direction == ParagraphDirection::to_left ? "rtl" : "ltr");
}

void append_mark(pugi::xml_node parent, const doc::Mark& mark, Writer& writer) {
    const bool ground = mark.ground != doc::MarkColour::none;
    auto node = element(parent, ground ? "mark" : "span",
                        fmt::format("{}-{}", ground ? "ground" : "text",
                                    doc::name(ground ? mark.ground : mark.text)));
    append_inlines(node, mark.body, writer);
}

/// A dead link is its label: nothing pretends that it leads somewhere. A file does not travel with
/// the book, so its label says its name.
void append_unlinked(pugi::xml_node parent, const doc::Link& link, Writer& writer) {
    append_inlines(parent, link.body, writer);
    const auto name = file_name(link.target, writer.book);
    if (!name.empty() && doc::plain_text(link.body).find(name) == std::string::npos)
        xml::append_text(parent, bracketed(name, writer.language));
}

bool shows_nothing(const doc::Inlines& body) {
    const bool pictured = std::any_of(body.begin(), body.end(), [](const doc::Inline& one) {
        return std::holds_alternative<doc::InlineImage>(one.node);
    });
    return !pictured && doc::plain_text(body).empty();
}

void append_link(pugi::xml_node parent, const doc::Link& link, Writer& writer) {
    const auto address = writer.host.address(link.target);
    if (address.empty()) return append_unlinked(parent, link, writer);
    const LinkScope scope(parent, address, writer);
    if (shows_nothing(link.body))
        xml::append_text(scope.node(), address);
    else
        append_inlines(scope.node(), link.body, writer);
}

void append_note_reference(pugi::xml_node parent, std::uint32_t note, Writer& writer) {
    if (writer.notes_in_link) return writer.notes_in_link->push_back(note);
    writer.host.append_note_reference(parent, note);
}

void append_image(pugi::xml_node parent, const doc::InlineImage& image, Writer& writer) {
    const std::string alternative = image.decorative ? std::string() : image.alternative;
    auto node = writer.host.append_picture(parent, image.media, alternative);
    if (!node) return xml::append_text(parent, image.alternative);
    xml::set_attribute(node, "class", "inline");
}

void append_foreign(pugi::xml_node parent, const doc::Foreign& passage, Writer& writer) {
    auto node = element(parent, "span");
    xml::set_attribute(node, "lang", passage.language);
    xml::set_attribute(node, "xml:lang", passage.language);
    const auto direction = direction_of(passage.language), around = line_direction(writer);
    if (direction != around) set_direction(node, direction);
    const auto before = std::exchange(writer.direction, direction);
    append_inlines(node, passage.body, writer);
    writer.direction = before;
}

/// Where a line reads to the left, what never does stands apart: what is beside it would turn its
/// parts about.
void append_text(pugi::xml_node parent, const std::string& text, const Writer& writer) {
    if (line_direction(writer) == ParagraphDirection::to_right)
        return xml::append_text(parent, text);
    const std::string_view all = text;
    std::size_t end = 0;
    for (const TextRange& word : technical_words(all)) {
        if (word.begin > end) xml::append_text(parent, all.substr(end, word.begin - end));
        set_direction(text_element(parent, "bdi", all.substr(word.begin, word.end - word.begin)),
                      ParagraphDirection::to_right);
        end = word.end;
    }
    if (end < all.size()) xml::append_text(parent, all.substr(end));
}

/// Whether a letter in the line may read to the left.
bool may_turn(const doc::Inlines& body) {
    bool found = false;
    for (const doc::Inline& node : body) {
        const auto* text = std::get_if<doc::Text>(&node.node);
        found = found || (text != nullptr && may_read_to_left(text->text));
        if (!found)
            doc::for_each_child(
                node, [&](const doc::Inlines& inner) { found = found || may_turn(inner); });
    }
    return found;
}

/// Readers that know no readings show them in brackets.
void append_ruby(pugi::xml_node parent, const doc::Ruby& ruby, Writer& writer) {
    auto node = element(parent, "ruby");
    append_inlines(node, ruby.body, writer);
    const std::string brackets = doc::in_brackets(ruby);
    const std::size_t wide = (brackets.size() - ruby.reading.size()) / 2;
    text_element(node, "rp", brackets.substr(0, wide));
    text_element(node, "rt", ruby.reading);
    text_element(node, "rp", brackets.substr(brackets.size() - wide));
}

void append_inline(pugi::xml_node parent, const doc::Inline& inline_node, Writer& writer) {
    const auto wrapped = [&](const char* name, const doc::Inlines& body) {
        append_inlines(element(parent, name), body, writer);
    };
    std::visit(
        Match{
            [&](const doc::Text& node) { append_text(parent, node.text, writer); },
            [&](const doc::Emphasis& node) { wrapped("em", node.body); },
            [&](const doc::Strong& node) { wrapped("strong", node.body); },
            [&](const doc::Strikethrough& node) { wrapped("s", node.body); },
            [&](const doc::Superscript& node) { wrapped("sup", node.body); },
            [&](const doc::Subscript& node) { wrapped("sub", node.body); },
            [&](const doc::Mark& node) { append_mark(parent, node, writer); },
            [&](const doc::Foreign& node) { append_foreign(parent, node, writer); },
            [&](const doc::Ruby& node) { append_ruby(parent, node, writer); },
            [&](const doc::Code& node) {
                set_to_right(text_element(parent, "code", node.text), writer);
            },
            [&](const doc::Keyboard& node) {
                set_to_right(text_element(parent, "kbd", node.text), writer);
            },
            [&](const doc::Math& node) {
                append_math(parent, node.tex, inline_node.span, MathDisplay::in_line, writer);
            },
            [&](const doc::Link& node) { append_link(parent, node, writer); },
            [&](const doc::InlineImage& node) { append_image(parent, node, writer); },
            [&](const doc::NoteReference& node) {
                append_note_reference(parent, node.note, writer);
            },
            [&](const doc::Anchor& node) { set_id(element(parent, "span"), node.id, writer); },
            [&](const doc::LineBreak&) { element(parent, "br"); },
        },
        inline_node.node);
}

}  // namespace

LinkScope::LinkScope(pugi::xml_node parent, const std::string& address, Writer& writer,
                     const char* otherwise)
    : parent_(parent),
      node_(parent),
      writer_(writer),
      is_link_(!address.empty() && !writer.notes_in_link) {
    if (is_link_) {
        node_ = element(parent, "a");
        xml::set_attribute(node_, "href", address);
        if (writer.host.vocabulary == Vocabulary::html && address.find(':') != std::string::npos)
            xml::set_attribute(node_, "rel", "noopener noreferrer");
        writer_.notes_in_link = &notes_;
    } else if (otherwise) {
        node_ = element(parent, otherwise);
    }
}

LinkScope::~LinkScope() {
    if (!is_link_) return;
    writer_.notes_in_link = nullptr;
    for (const auto note : notes_) writer_.host.append_note_reference(parent_, note);
}

std::string file_name(const doc::Target& target, const doc::Book& book) {
    const auto* file = std::get_if<doc::FileRef>(&target);
    if (!file) return {};
    return std::string(text::file_name(book.media[index(file->media)].path));
}

void append_line(pugi::xml_node parent, const doc::Inlines& inlines, Writer& writer) {
    const auto usual = direction_of(writer.language);
    if (usual == ParagraphDirection::to_right && !may_turn(inlines))
        return append_inlines(parent, inlines, writer);
    const auto direction = paragraph_direction(doc::plain_text(inlines), writer.language);
    if (direction != usual) {
        // The mark of an item stays where those of the others are.
        if (std::string_view(parent.name()) == "li") parent = element(parent, "span");
        set_direction(parent, direction);
    }
    const auto before = std::exchange(writer.direction, direction);
    append_inlines(parent, inlines, writer);
    writer.direction = before;
}

void append_inlines(pugi::xml_node parent, const doc::Inlines& inlines, Writer& writer) {
    for (const auto& node : inlines) append_inline(parent, node, writer);
}

}  // namespace triptych::markup
