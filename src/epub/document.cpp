#include "epub/document.hpp"

#include <fmt/format.h>

#include "base/words.hpp"
#include "base/xml.hpp"
#include "doc/walk.hpp"

namespace triptych::epub {
namespace {

/// The notes whose first reference stands in this document.
std::vector<std::uint32_t> notes_of(const Writer& writer) {
    std::vector<std::uint32_t> notes;
    for (std::uint32_t i = 0; i < writer.page.notes.size(); ++i)
        if (writer.documents.name_of(writer.document.page, note_id(writer.page, i)) ==
            writer.document.name)
            notes.push_back(i);
    return notes;
}

void append_note(pugi::xml_node section, std::uint32_t number, Writer& writer) {
    auto note = element(section, "aside");
    xml::set_attribute(note, "id", note_id(writer.page, number));
    xml::set_attribute(note, "epub:type", "footnote");
    xml::set_attribute(note, "role", "doc-footnote");
    auto head = element(note, "p", "note-number");
    auto back = text_element(head, "a", fmt::format("{}.", number + 1));
    xml::set_attribute(back, "href", "#" + note_reference_id(writer.page, number));
    xml::set_attribute(back, "role", "doc-backlink");
    xml::set_attribute(back, "aria-label", word_in(writer.language, Word::back_to_text));
    append_blocks(note, writer.page.notes[number].body, writer);
}

void append_notes(pugi::xml_node body, Writer& writer) {
    const auto notes = notes_of(writer);
    if (notes.empty()) return;
    auto section = element(body, "section", "notes");
    xml::set_attribute(section, "epub:type", "footnotes");
    xml::set_attribute(section, "role", "doc-endnotes");
    text_element(section, "h2", word_in(writer.language, Word::notes));
    for (const auto note : notes) append_note(section, note, writer);
}

/// The title opens the chapter; a later file of a long page goes on under its name only.
void append_opening(pugi::xml_node section, Writer& writer) {
    const auto& page = writer.page;
    if (!writer.document.is_first) {
        xml::set_attribute(section, "aria-label", page.short_title);
        return;
    }
    xml::set_attribute(section, "epub:type", "chapter");
    xml::set_attribute(section, "role", "doc-chapter");
    xml::set_attribute(section, "id", page.id);
    xml::set_attribute(section, "aria-labelledby", page.id + "--title");
    append_page_breaks(section, page.span, writer);
    auto title = element(section, "h1");
    xml::set_attribute(title, "id", page.id + "--title");
    append_inlines(title, page.title, writer);
}

}  // namespace

pugi::xml_node element(pugi::xml_node parent, const char* name, std::string_view css_class) {
    auto node = parent.append_child(name);
    if (!css_class.empty()) xml::set_attribute(node, "class", css_class);
    return node;
}

pugi::xml_node text_element(pugi::xml_node parent, const char* name, std::string_view text,
                            std::string_view css_class) {
    auto node = element(parent, name, css_class);
    xml::append_text(node, text);
    return node;
}

pugi::xml_node start_document(pugi::xml_document& document, std::string_view title,
                              std::string_view language, std::string_view style_sheet) {
    document.append_child(pugi::node_doctype).set_value("html");
    auto html = document.append_child("html");
    xml::set_attribute(html, "xmlns", "http://www.w3.org/1999/xhtml");
    xml::set_attribute(html, "xmlns:epub", "http://www.idpf.org/2007/ops");
    xml::set_attribute(html, "lang", language);
    xml::set_attribute(html, "xml:lang", language);
    auto head = element(html, "head");
    text_element(head, "title", title);
    auto link = element(head, "link");
    xml::set_attribute(link, "rel", "stylesheet");
    xml::set_attribute(link, "type", "text/css");
    xml::set_attribute(link, "href", style_sheet);
    return element(html, "body");
}

WrittenDocument write_document(const Document& document, const DocumentParts& parts) {
    const auto& page = parts.book.pages[index(document.page)];
    Writer writer{parts.book,
                  page,
                  document,
                  parts.documents,
                  parts.media,
                  parts.book.metadata.language,
                  parts.page_starts[index(document.page)],
                  1,
                  {},
                  {}};
    pugi::xml_document xhtml;
    auto body = start_document(xhtml, page.short_title, writer.language, "../style.css");
    auto section = element(body, "section");
    append_opening(section, writer);
    const std::span<const doc::Block> blocks = page.body;
    append_blocks(section, blocks.subspan(document.begin, document.end - document.begin), writer);
    append_notes(section, writer);
    writer.result.xhtml = xml::to_string(xhtml, xml::Layout::raw);
    return std::move(writer.result);
}

}  // namespace triptych::epub
