#pragma once

#include <string_view>
#include <vector>

#include <triptych/diagnostics.hpp>

#include "gitbook/syntax/node.hpp"
#include "gitbook/syntax/scanned_text.hpp"

namespace triptych::gitbook {

/// A text as a tree, with its footnotes.
struct NodeTree {
    Nodes blocks;
    std::vector<Node> notes;  ///< in the order of their numbers; each holds blocks
};

/// The tree of a scanned text, by CommonMark with GitHub's extensions (cmark-gfm) and HTML's rules.
/// Markdown's nodes are elements called as in HTML, and what HTML has no word for is said in
/// attributes: `data-tight` of lists, `data-task` of items (`open` or `done`), `data-info` of
/// listings, `data-bare` of addresses in the text. `file` is the whole text of the file.
NodeTree read_nodes(const ScannedText& scanned, std::string_view file, Diagnostics& diagnostics);

}  // namespace triptych::gitbook
