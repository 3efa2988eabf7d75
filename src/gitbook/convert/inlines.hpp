#pragma once

#include "gitbook/convert/reader.hpp"

namespace triptych::gitbook {

/// The inline children of a Markdown node. Soft line breaks are a line feed in the text and nothing
/// is cleaned up yet: see `finish_inlines`.
doc::Inlines read_inlines(Reader& reader, cmark_node* parent);

/// The same of the nodes from `first` up to `behind`, which share a parent.
doc::Inlines read_inlines(Reader& reader, cmark_node* first, cmark_node* behind);

/// Visible text of a Markdown node's inline children.
std::string plain_text_of(const Reader& reader, cmark_node* parent);

}  // namespace triptych::gitbook
