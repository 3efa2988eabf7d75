#pragma once

#include <vector>

#include "gitbook/syntax/markdown_place.hpp"
#include "gitbook/syntax/markdown_tree.hpp"

namespace triptych::gitbook {

/// The texts of the footnotes that nothing refers to, which the parser leaves out; each is
/// reported. `notes` are those that something refers to.
std::vector<MappedText> unused_notes(const MarkdownPlace& place, cmark_node* document,
                                     const std::vector<LooseNode>& notes);

}  // namespace triptych::gitbook
