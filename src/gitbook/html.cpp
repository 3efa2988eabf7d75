#include "gitbook/html.hpp"

#include <algorithm>

#include "base/text.hpp"
#include "gitbook/gumbo_tree.hpp"
#include "gitbook/html_reader.hpp"
#include "gitbook/html_scan.hpp"
#include "gitbook/markdown.hpp"
#include "gitbook/placeholders.hpp"

namespace triptych::gitbook {
namespace {

// Gumbo recurses when it frees a tree, and its cost grows with the number of open elements.
constexpr std::size_t deepest_html = 256;

/// Whether `html` opens with an author's placeholder (`<mon-application>`), so that CommonMark took
/// a line of text for HTML.
bool opens_with_placeholder(std::string_view html) {
    std::size_t at = 0;
    const auto tag = next_html_tag(html, at);
    return tag && tag->begin == 0 && tag->mark != HtmlMark::comment && !is_html_element(tag->name);
}

doc::Blocks read_as_text(Reader& reader, const MappedText& html) {
    const Nested nested(reader);
    if (nested.too_deep()) return {too_deep(reader, html.span(0, html.text().size()))};
    MappedText text(html.file());
    text.insert("\\", html.origin(0));
    text.append(html, 0, html.text().size());
    return read_markdown(reader, text);
}

}  // namespace

bool Element::has(std::string_view attribute) const {
    return std::any_of(attributes.begin(), attributes.end(),
                       [&](const auto& pair) { return pair.first == attribute; });
}

std::string_view Element::get(std::string_view attribute) const {
    for (const auto& [key, value] : attributes)
        if (key == attribute) return value;
    return {};
}

bool Element::has_class(std::string_view wanted) const {
    const auto classes = text::split(get("class"), ' ');
    return std::find(classes.begin(), classes.end(), wanted) != classes.end();
}

Element parse_element(std::string_view source) {
    std::size_t at = 0;
    const auto tag = next_html_tag(source, at);
    Element element;
    if (tag) element.name = tag->name;
    if (source.find('=') == std::string_view::npos && source.find(' ') == std::string_view::npos)
        return element;
    const GumboTree tree(source);
    if (const GumboNode* node = first_element(tree.root())) return element_of(*node);
    return element;
}

doc::Blocks read_html(Reader& reader, const MappedText& html) {
    if (opens_with_placeholder(html.text())) return read_as_text(reader, html);
    const Span span = html.span(0, html.text().size());
    if (html_depth(html.text()) > deepest_html) return {too_deep(reader, span)};
    if (!has_tag_placeholder(html.text())) return HtmlReader(reader, html).read();
    MappedText plain(html.file());
    plain.insert(restore_placeholders(reader.source, std::string(html.text())), span.begin);
    return HtmlReader(reader, plain).read();
}

}  // namespace triptych::gitbook
