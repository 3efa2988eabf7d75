#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include <pugixml.hpp>

#include "doc/model.hpp"
#include "epub/documents.hpp"
#include "epub/media.hpp"
#include "epub/page_breaks.hpp"

/// The model as XHTML, one function per kind of node.
namespace triptych::epub {

/// A document of the spine and what the package has to say about it.
struct WrittenDocument {
    std::string xhtml;
    bool has_formulas = false;
    std::vector<std::string> page_breaks;  ///< labels of the printed pages that begin in it
    Diagnostics diagnostics;
};

/// What writing one document needs; one per page of the source, never shared.
struct Writer {
    const doc::Book& book;
    const doc::Page& page;
    const Document& document;
    const Documents& documents;
    const MediaFiles& media;
    std::string language;
    PageStarts page_starts;            ///< those still to be written
    std::uint8_t level = 1;            ///< of the heading the writer is under
    std::vector<std::string> emitted;  ///< ids written so far
    WrittenDocument result;
};

/// Address of a link from any document; empty when it leads nowhere.
std::string href(const doc::Target& target, const Writer& writer);
/// Address of the element `id` of the writer's own page.
std::string address_of(const std::string& id, const Writer& writer);
/// Name of the file that `target` is, in any folder; empty when it is none.
std::string file_name(const doc::Target& target, const doc::Book& book);
void append_inlines(pugi::xml_node parent, const doc::Inlines& inlines, Writer& writer);
void append_blocks(pugi::xml_node parent, std::span<const doc::Block> blocks, Writer& writer);
/// Marks that printed pages begin in front of what was written at `source`.
void append_page_breaks(pugi::xml_node parent, Span source, Writer& writer);

/// A child element, with a class unless it is empty.
pugi::xml_node element(pugi::xml_node parent, const char* name, std::string_view css_class = {});
/// A child element that holds just this text.
pugi::xml_node text_element(pugi::xml_node parent, const char* name, std::string_view text,
                            std::string_view css_class = {});
/// An empty document with `html`, `head` and `body`; returns the body.
pugi::xml_node start_document(pugi::xml_document& document, std::string_view title,
                              std::string_view language, std::string_view style_sheet);

}  // namespace triptych::epub
