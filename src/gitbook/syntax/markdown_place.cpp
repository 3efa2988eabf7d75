#include "gitbook/syntax/markdown_place.hpp"

#include <algorithm>

namespace triptych::gitbook {
namespace {

std::size_t offset_of(const MappedText& text, int line, int column) {
    return text.line_begin(static_cast<std::size_t>(std::max(line, 0))) +
           static_cast<std::size_t>(std::max(column, 0));
}

}  // namespace

std::string_view literal_of(cmark_node* node) {
    const char* literal = cmark_node_get_literal(node);
    return literal == nullptr ? std::string_view() : literal;
}

// The parser counts one line too few for HTML that ends by its own mark and not at a blank line.
std::size_t last_line_of(cmark_node* node) {
    if (cmark_node_get_type(node) != CMARK_NODE_HTML_BLOCK)
        return static_cast<std::size_t>(std::max(cmark_node_get_end_line(node), 0));
    const std::string_view html = literal_of(node);
    const auto lines = std::count(html.begin(), html.end(), '\n') - (html.ends_with('\n') ? 1 : 0);
    return static_cast<std::size_t>(cmark_node_get_start_line(node) + lines);
}

Span MarkdownPlace::span_of(cmark_node* node) const {
    const std::size_t begin =
        offset_of(text, cmark_node_get_start_line(node), cmark_node_get_start_column(node) - 1);
    const std::size_t last = last_line_of(node);
    const std::size_t end =
        cmark_node_get_type(node) == CMARK_NODE_HTML_BLOCK
            ? text.line_begin(last) + text.line(last).size()
            : offset_of(text, static_cast<int>(last), cmark_node_get_end_column(node));
    return text.span(begin, std::max(begin, end));
}

}  // namespace triptych::gitbook
