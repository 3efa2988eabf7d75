#pragma once

#include <gumbo.h>

#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "gitbook/syntax/markdown_tree.hpp"

/// A parsed HTML fragment and what is asked of its nodes.
namespace triptych::gitbook {

/// An element's name and attributes, decoded.
struct Element {
    std::string name;  ///< lower case
    std::vector<std::pair<std::string, std::string>> attributes;

    bool has(std::string_view attribute) const;
    /// Empty when there is none.
    std::string_view get(std::string_view attribute) const;
    bool has_class(std::string_view wanted) const;
};

/// Owns the tree of a fragment parsed as if in `<body>`. The text must outlive it.
class GumboTree {
public:
    explicit GumboTree(std::string_view html);
    GumboTree(const GumboTree&) = delete;
    GumboTree& operator=(const GumboTree&) = delete;

    const GumboNode& root() const { return *output_->root; }

private:
    ParserMemory memory_;
    GumboOutput* output_;
};

bool is_element(const GumboNode& node);
/// Lower case, also of elements that HTML does not know.
std::string name_of(const GumboNode& element);
Element element_of(const GumboNode& node);
const GumboVector& children_of(const GumboNode& element);
const GumboNode& child_at(const GumboVector& children, unsigned index);
/// The first child that is an element, or null.
const GumboNode* first_element(const GumboNode& parent);
/// The first child element called `name`, or null.
const GumboNode* child_named(const GumboNode& parent, std::string_view name);
/// Text of a text, white-space or CDATA node, decoded; empty for other kinds.
std::string_view text_of(const GumboNode& node);
/// All text inside an element, as it is.
std::string inner_text(const GumboNode& node);
/// Offset of the node's first byte in the parsed text, and of the byte behind it.
std::size_t begin_of(const GumboNode& node);
std::size_t end_of(const GumboNode& node);

/// The one opening tag `source` (`<a href="x">`).
Element parse_element(std::string_view source);

}  // namespace triptych::gitbook
