#include "epub/document.hpp"

#include <fmt/format.h>

#include "base/words.hpp"
#include "base/xml.hpp"
#include "doc/walk.hpp"

namespace triptych::epub {
namespace {

void append_notes(pugi::xml_node body, Writer& writer) {
    if (writer.page.notes.empty()) return;
    auto section = element(body, "section", "notes");
    xml::set_attribute(section, "epub:type", "footnotes");
    xml::set_attribute(section, "role", "doc-endnotes");
    text_element(section, "h2", word_in(writer.language, Word::notes));
    for (std::uint32_t i = 0; i < writer.page.notes.size(); ++i) {
        auto note = element(section, "aside");
        xml::set_attribute(note, "id", note_id(writer.page, i));
        xml::set_attribute(note, "epub:type", "footnote");
        xml::set_attribute(note, "role", "doc-footnote");
        auto head = element(note, "p", "note-number");
        auto back = text_element(head, "a", fmt::format("{}.", i + 1));
        xml::set_attribute(back, "href", "#" + note_reference_id(writer.page, i));
        xml::set_attribute(back, "role", "doc-backlink");
        xml::set_attribute(back, "aria-label", word_in(writer.language, Word::back_to_text));
        append_blocks(note, writer.page.notes[i].body, writer);
    }
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

std::string write_page(const doc::Book& book, const doc::Page& page, const MediaFiles& media) {
    pugi::xml_document document;
    Writer writer{book, page, media, book.metadata.language, 1, {}};
    auto body = start_document(document, page.short_title, writer.language, "../style.css");
    auto section = element(body, "section");
    xml::set_attribute(section, "epub:type", "chapter");
    xml::set_attribute(section, "role", "doc-chapter");
    xml::set_attribute(section, "id", page.id);
    auto title = element(section, "h1");
    xml::set_attribute(title, "id", page.id + "--title");
    append_inlines(title, page.title, writer);
    xml::set_attribute(section, "aria-labelledby", page.id + "--title");
    append_blocks(section, page.body, writer);
    append_notes(section, writer);
    return xml::to_string(document, xml::Layout::raw);
}

}  // namespace triptych::epub
