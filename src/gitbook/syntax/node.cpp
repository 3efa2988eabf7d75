#include "gitbook/syntax/node.hpp"

#include <algorithm>

#include "base/is_one_of.hpp"
#include "base/text.hpp"

namespace triptych::gitbook {

bool Node::has(std::string_view attribute) const {
    return std::any_of(attributes.begin(), attributes.end(),
                       [&](const TagAttribute& one) { return one.name == attribute; });
}

std::string_view Node::get(std::string_view wanted) const { return attribute(attributes, wanted); }

Span Node::place_of(std::string_view attribute) const {
    return attribute_span(attributes, attribute, opening);
}

bool Node::has_class(std::string_view wanted) const {
    const auto classes = text::split(get("class"), ' ');
    return is_one_of(wanted, classes);
}

Node text_node(std::string text, Span span) {
    Node node;
    node.text = std::move(text);
    node.span = node.opening = span;
    return node;
}

Node element_node(std::string name, Span span) {
    Node node;
    node.kind = Node::Kind::element;
    node.name = std::move(name);
    node.span = node.opening = span;
    return node;
}

Node tag_node(std::string name, Span span) {
    Node node = element_node(std::move(name), span);
    node.kind = Node::Kind::tag;
    return node;
}

const Node* child_named(const Node& parent, std::string_view name) {
    for (const Node& child : parent.children)
        if (child.is(name)) return &child;
    return nullptr;
}

Span whole_span(const Node& node) {
    Span span = node.span;
    for (const Node& child : node.children)
        if (child.span.file == span.file) span.end = std::max(span.end, whole_span(child).end);
    return span;
}

std::string inner_text(const Node& node) {
    if (node.kind == Node::Kind::text) return node.text;
    if (node.is_tag("formula")) return std::string(node.get("source"));
    std::string text;
    for (const Node& child : node.children) text += inner_text(child);
    return text;
}

}  // namespace triptych::gitbook
