#pragma once

#include "gitbook/convert/reader.hpp"

/// Blocks of HTML within a line of Markdown: GitBook writes the paragraphs and lists of a table's
/// cell so, and a `<video>` alone on its line is no block to CommonMark (4.6).
namespace triptych::gitbook {

/// Appends the content of a paragraph or a table's cell, whatever is in it.
void append_running_text(Reader& reader, cmark_node* parent, doc::Blocks& out);

}  // namespace triptych::gitbook
