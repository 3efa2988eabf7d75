#pragma once

#include "gitbook/syntax/markdown_place.hpp"
#include "gitbook/syntax/node.hpp"

namespace triptych::gitbook {

/// The inline children of a Markdown node, nested with the HTML among them. `depth` is how deep
/// `parent` lies.
Nodes inline_nodes(const MarkdownPlace& place, cmark_node* parent, unsigned depth);

}  // namespace triptych::gitbook
