#pragma once

#include <cmark-gfm.h>

#include "gitbook/convert/reader.hpp"

/// CommonMark with GitHub's extensions, by cmark-gfm, as model nodes.
namespace triptych::gitbook {

/// Where a Markdown node stands in the file.
Span span_of(const Reader& reader, cmark_node* node);

/// The last line of a node, from 1.
std::size_t last_line_of(cmark_node* node);

/// The blocks of one Markdown node that is neither a document nor HTML.
void append_markdown(Reader& reader, cmark_node* node, doc::Blocks& out);

/// Whether a listing in `language` is the source of a diagram.
bool is_diagram_language(std::string_view language);

/// A heading from its raw inlines. Explicit ids (`{#id}`, `<a id>`) leave the text.
void append_heading(Reader& reader, std::uint8_t level, doc::Inlines body, Span span,
                    doc::Blocks& out);

/// Parses `text` on its own, inside the current file.
doc::Blocks read_markdown(Reader& reader, const MappedText& text);

}  // namespace triptych::gitbook
