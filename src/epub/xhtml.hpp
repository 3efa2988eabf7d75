#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include <pugixml.hpp>

#include "doc/model.hpp"
#include "epub/media.hpp"

/// The model as XHTML, one function per kind of node.
namespace triptych::epub {

/// What writing one document needs; one per page of the source, never shared.
struct Writer {
    const doc::Book& book;
    const doc::Page& page;
    const MediaFiles& media;
    std::string language;
    std::uint8_t level = 1;            ///< of the heading the writer is under
    std::vector<std::string> emitted;  ///< ids written so far
};

/// File name of a page's document, in the folder of all documents.
std::string document_name(const doc::Page& page);
/// Address of a link from any document; empty when it leads nowhere.
std::string href(const doc::Target& target, const Writer& writer);
/// Id of the note's text in its page, and of the first reference to it.
std::string note_id(const doc::Page& page, std::uint32_t note);
std::string note_reference_id(const doc::Page& page, std::uint32_t note);

void append_inlines(pugi::xml_node parent, const doc::Inlines& inlines, Writer& writer);
void append_blocks(pugi::xml_node parent, const doc::Blocks& blocks, Writer& writer);

/// A child element, with a class unless it is empty.
pugi::xml_node element(pugi::xml_node parent, const char* name, std::string_view css_class = {});
/// A child element that holds just this text.
pugi::xml_node text_element(pugi::xml_node parent, const char* name, std::string_view text,
                            std::string_view css_class = {});
/// An empty document with `html`, `head` and `body`; returns the body.
pugi::xml_node start_document(pugi::xml_document& document, std::string_view title,
                              std::string_view language, std::string_view style_sheet);

}  // namespace triptych::epub
