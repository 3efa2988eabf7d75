#pragma once

#include <string>
#include <vector>

#include "gitbook/syntax/markdown_place.hpp"

namespace triptych::gitbook {

/// Puts back together what CommonMark cut at a blank line: a table, a list, a listing … whose end
/// stands in a later block.
class WholeHtml {
public:
    explicit WholeHtml(const MarkdownPlace& place) : place_(place) {}
    /// The HTML of `node` and of the siblings that belong to it; moves `node` to the last of them.
    MappedText join(cmark_node*& node);

private:
    cmark_node* last_sibling(cmark_node* node, const std::string& name);
    MappedText lines(cmark_node* first, cmark_node* last) const;

    const MarkdownPlace& place_;
    std::vector<std::string> without_end_;  ///< elements that no later sibling closes
};

}  // namespace triptych::gitbook
