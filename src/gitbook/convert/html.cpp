#include "gitbook/convert/html.hpp"

#include "gitbook/convert/html_reader.hpp"
#include "gitbook/convert/markdown.hpp"
#include "gitbook/syntax/html_scan.hpp"
#include "gitbook/syntax/placeholders.hpp"

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
