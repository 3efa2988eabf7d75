#include "gitbook/syntax/whole_html.hpp"

#include <algorithm>

#include "base/is_one_of.hpp"
#include "gitbook/syntax/elements.hpp"
#include "gitbook/syntax/html_tokens.hpp"

namespace triptych::gitbook {
namespace {

constexpr std::size_t deepest_search = 64;

/// The first element of `html` that holds only HTML and whose end is not in it; empty when all are
/// whole.
std::string open_element(std::string_view html) {
    std::vector<std::string> open;
    HtmlTokens tokens(html);
    while (const auto token = tokens.next()) {
        if (!holds_only_html(token->name)) continue;
        // Authors who want Markdown in an element say so.
        const std::string_view tag = html.substr(token->begin, token->end - token->begin);
        if (tag.find(" markdown") != tag.npos) continue;
        if (token->kind == HtmlToken::Kind::opening && !token->ends_itself &&
            open.size() < deepest_search)
            open.push_back(token->name);
        if (token->kind != HtmlToken::Kind::closing) continue;
        const auto found = std::find(open.rbegin(), open.rend(), token->name);
        if (found != open.rend()) open.resize(static_cast<std::size_t>(open.rend() - found) - 1);
    }
    return open.empty() ? std::string() : open.front();
}

}  // namespace

cmark_node* WholeHtml::last_sibling(cmark_node* node, const std::string& name) {
    if (is_one_of(name, without_end_)) return nullptr;
    const std::string end = "</" + name;
    for (node = cmark_node_next(node); node != nullptr; node = cmark_node_next(node)) {
        const cmark_node_type type = cmark_node_get_type(node);
        const bool written = type == CMARK_NODE_HTML_BLOCK || type == CMARK_NODE_CODE_BLOCK;
        if (written && lower_ascii(literal_of(node)).find(end) != std::string::npos) return node;
        if (type == CMARK_NODE_PARAGRAPH &&
            lower_ascii(place_.written(place_.span_of(node))).find(end) != std::string::npos)
            return node;
    }
    without_end_.push_back(name);
    return nullptr;
}

/// The lines of blocks, without what stands left of their first column in lists and quotes.
MappedText WholeHtml::lines(cmark_node* first, cmark_node* last) const {
    const MappedText& source = place_.text;
    MappedText html(source.file());
    const auto indent = static_cast<std::size_t>(cmark_node_get_start_column(first) - 1);
    const auto begin = static_cast<std::size_t>(cmark_node_get_start_line(first));
    const std::size_t end = last_line_of(last);
    for (std::size_t line = begin; line <= end; ++line) {
        const std::string_view text = source.line(line);
        std::size_t skip = line == begin ? indent : 0;
        while (skip < std::min(indent, text.size()) &&
               (text[skip] == ' ' || text[skip] == '>' || text[skip] == '\t'))
            ++skip;
        const std::size_t front = source.line_begin(line);
        html.append(source, front + skip, front + text.size() + 1);
    }
    return html;
}

MappedText WholeHtml::join(cmark_node*& node) {
    MappedText html = lines(node, node);
    const std::string open = open_element(html.text());
    if (open.empty()) return html;
    cmark_node* last = last_sibling(node, open);
    if (last == nullptr) return html;
    html = lines(node, last);
    node = last;
    return html;
}

}  // namespace triptych::gitbook
