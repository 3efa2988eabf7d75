#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include <triptych/diagnostics.hpp>

#include "gitbook/syntax/tag.hpp"

/// The one tree that a page is read into, whoever wrote a node: CommonMark, HTML or a tag. What a
/// node means is in the table of `convert/`.
///
/// Line syntaxes of other dialects (`:::note`, `!!! note`, `=== "Tab"`, `{{#include}}`, alerts,
/// `[[links]]`) have no nodes of their own. A pre-pass in this folder turns the `MappedText` of a
/// page into one in GitBook's own syntax before `scan_tags` sees it: it puts in
/// `{% hint style="…" title="…" %}`, `{% tabs %}`, `{% tab title="…" %}`, `{% details title="…"
/// %}`,
/// `{% include "path" %}` and their ends with `MappedText::insert`, each on a line of its own, and
/// copies (`append`) what is between without its indentation, so that every byte keeps its place.
namespace triptych::gitbook {

struct Node {
    enum class Kind : std::uint8_t {
        text,     ///< `text`, decoded; a line feed is a soft line break
        element,  ///< an element of HTML; Markdown's nodes are called like them
        tag,      ///< `{% name %}`
    };
    Kind kind = Kind::text;
    std::string name;  ///< lower case
    std::string text;  ///< of a tag: its arguments as written
    std::vector<TagAttribute> attributes;
    std::vector<Node> children;
    Span span;
    Span opening;         ///< the opening tag; without one, `span`
    bool closed = false;  ///< it has an end of its own

    bool is(std::string_view element) const { return kind == Kind::element && name == element; }
    bool is_tag(std::string_view tag) const { return kind == Kind::tag && name == tag; }
    bool has(std::string_view attribute) const;
    /// Value of the attribute; empty when there is none.
    std::string_view get(std::string_view attribute) const;
    /// Place of the attribute's value, or of the opening tag.
    Span place_of(std::string_view attribute) const;
    bool has_class(std::string_view wanted) const;
};
using Nodes = std::vector<Node>;

Node text_node(std::string text, Span span);
Node element_node(std::string name, Span span);
/// Among tags are also what no element of HTML is: `formula` (its TeX as `text`, what was written
/// as `source`), `note` (a reference, its number as `text`) and `nesting` (what is nested too deep,
/// as `text`).
Node tag_node(std::string name, Span span);
/// The first child that is an element called `name`, or null.
const Node* child_named(const Node& parent, std::string_view name);
/// The place of the element with all that is in it; without an end of its own it may hold more
/// than was written as one.
Span whole_span(const Node& node);
/// All text inside, formulas as they are written.
std::string inner_text(const Node& node);

}  // namespace triptych::gitbook
