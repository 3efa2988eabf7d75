#include "gitbook/convert/inlines.hpp"

#include <algorithm>
#include <charconv>
#include <memory>
#include <optional>

#include "base/text.hpp"
#include "gitbook/convert/inline_elements.hpp"
#include "gitbook/convert/markdown.hpp"
#include "gitbook/syntax/html_scan.hpp"
#include "gitbook/syntax/placeholders.hpp"

namespace triptych::gitbook {
namespace {

constexpr std::size_t deepest_elements = 64;
constexpr std::size_t search_window = 4096;

std::string_view literal_of(cmark_node* node) {
    const char* literal = cmark_node_get_literal(node);
    return literal == nullptr ? std::string_view() : literal;
}
std::string url_of(cmark_node* node) {
    const char* url = cmark_node_get_url(node);
    return url == nullptr ? std::string() : url;
}

/// An HTML element whose end has not been met.
struct OpenElement {
    Element element;
    doc::Inlines body;
    Span opening;
};

class InlineReader {
public:
    InlineReader(Reader& reader, std::uint32_t begin)
        : reader_(reader), end_(begin), search_from_(begin) {}

    doc::Inlines read(cmark_node* first, cmark_node* behind) {
        for (cmark_node* node = first; node != behind; node = cmark_node_next(node))
            read_node(node);
        while (!open_.empty()) {
            reader_.diagnostics.report(Kind::unclosed_tag, open_.back().opening,
                                       "'<" + open_.back().element.name + ">' is never closed");
            close_element(open_.back().opening.end);
        }
        return std::move(body_);
    }

private:
    doc::Inlines& body() { return open_.empty() ? body_ : open_.back().body; }
    void add(decltype(doc::Inline::node) node, Span span) {
        body().push_back({std::move(node), span});
        search_from_ = end_ = std::max(end_, span.end);
    }
    void add_text(std::string_view text, Span span);
    template <typename Style>
    void add_styled(cmark_node* node, Span span) {
        doc::Inlines inside = read_inside(node, span);
        add(Style{std::move(inside)}, span);
    }
    doc::Inlines read_inside(cmark_node* node, Span span);
    Span place(cmark_node* node);
    void read_node(cmark_node* node);
    void read_image(cmark_node* node, Span span);
    void read_html(std::string_view html, Span span);
    void close_html(const HtmlTagPlace& tag, std::string_view html, Span span);
    void close_element(std::uint32_t end);

    Reader& reader_;
    doc::Inlines body_;
    std::vector<OpenElement> open_;
    std::uint32_t end_ = 0;  ///< where the last node ended
    /// Where a link found in plain text may stand: the text before it claims its bytes too.
    std::uint32_t search_from_ = 0;
};

// The parser cuts text at every character that might be markup.
void InlineReader::add_text(std::string_view text, Span span) {
    if (!body().empty())
        if (auto* last = std::get_if<doc::Text>(&body().back().node)) {
            last->text += text;
            end_ = body().back().span.end = std::max(body().back().span.end, span.end);
            search_from_ = span.begin;
            return;
        }
    add(doc::Text{std::string(text)}, span);
    search_from_ = span.begin;
}

// The parser gives no place for links it found in plain text, and for a link over two lines its
// first column with its last line.
Span InlineReader::place(cmark_node* node) {
    Span span = span_of(reader_, node);
    cmark_node* child = cmark_node_first_child(node);
    if (cmark_node_get_start_line(node) > 0) {
        if (cmark_node_get_type(node) != CMARK_NODE_LINK || child == nullptr) return span;
        const Span inside = span_of(reader_, child);
        if (cmark_node_get_start_line(child) > 0 && inside.begin > 0)
            span.begin = std::min(span.begin, inside.begin - 1);
        return span;
    }
    const std::string_view literal = literal_of(child == nullptr ? node : child);
    if (literal.empty()) return {reader_.file(), end_, end_};
    const std::size_t at = reader_.text.substr(search_from_, search_window).find(literal);
    if (at == std::string_view::npos) return {reader_.file(), end_, end_};
    const auto begin = static_cast<std::uint32_t>(search_from_ + at);
    return {reader_.file(), begin, begin + static_cast<std::uint32_t>(literal.size())};
}

doc::Inlines InlineReader::read_inside(cmark_node* node, Span span) {
    const Nested nested(reader_);
    if (!nested.too_deep())
        return InlineReader(reader_, span.begin).read(cmark_node_first_child(node), nullptr);
    return {text_inline(plain_text_of(reader_, node), span)};
}

// Long because it names every kind of inline node, one case each.
void InlineReader::read_node(cmark_node* node) {
    const Span span = place(node);
    switch (cmark_node_get_type(node)) {
        case CMARK_NODE_TEXT:
            return add_text(literal_of(node), span);
        case CMARK_NODE_SOFTBREAK:
            return add_text("\n", {reader_.file(), end_, end_});
        case CMARK_NODE_LINEBREAK:
            return add(doc::LineBreak{}, {reader_.file(), end_, end_});
        case CMARK_NODE_CODE:
            return add(
                doc::Code{restore_placeholders(reader_.source, std::string(literal_of(node)))},
                span);
        case CMARK_NODE_HTML_INLINE:
            end_ = std::max(end_, span.end);
            return read_html(literal_of(node), span);
        case CMARK_NODE_EMPH:
            return add_styled<doc::Emphasis>(node, span);
        case CMARK_NODE_STRONG:
            return add_styled<doc::Strong>(node, span);
        case CMARK_NODE_LINK: {
            std::string url = restore_placeholders(reader_.source, url_of(node));
            doc::Inlines label = read_inside(node, span);
            return add(doc::Link{doc::DeadLink{std::move(url)}, std::move(label)}, span);
        }
        case CMARK_NODE_IMAGE:
            return read_image(node, span);
        case CMARK_NODE_FOOTNOTE_REFERENCE: {
            std::uint32_t number = 1;
            const std::string_view literal = literal_of(node);
            std::from_chars(literal.data(), literal.data() + literal.size(), number);
            return add(doc::NoteReference{reader_.first_note + number - 1}, span);
        }
        default:
            return add_styled<doc::Strikethrough>(node, span);
    }
}

void InlineReader::read_image(cmark_node* node, Span span) {
    const char* title = cmark_node_get_title(node);
    ImageLook look;
    look.title = title == nullptr ? "" : title;
    const MediaId media = add_media(reader_, url_of(node), span, std::move(look));
    add(doc::InlineImage{media, plain_text_of(reader_, node)}, span);
}

void InlineReader::read_html(std::string_view html, Span span) {
    std::size_t at = 0;
    const auto tag = next_html_tag(html, at);
    if (!tag || tag->mark == HtmlMark::comment) return;
    if (!is_html_element(tag->name)) return add_text(html, span);
    if (tag->mark == HtmlMark::closing) return close_html(*tag, html, span);
    Element element = parse_element(html);
    if (is_void_element(tag->name))
        append_inline_element(reader_, element, {}, span, body());
    else if (open_.size() < deepest_elements)
        open_.push_back({std::move(element), {}, span});
}

void InlineReader::close_html(const HtmlTagPlace& tag, std::string_view html, Span span) {
    if (tag.name == "br") return add(doc::LineBreak{}, span);
    const auto matching = std::find_if(open_.rbegin(), open_.rend(), [&](const OpenElement& open) {
        return open.element.name == tag.name;
    });
    if (matching == open_.rend()) {
        reader_.diagnostics.report(Kind::stray_end_tag, span,
                                   "'" + std::string(html) + "' closes nothing");
        return;
    }
    for (auto count = matching - open_.rbegin(); count >= 0; --count) close_element(span.end);
}

void InlineReader::close_element(std::uint32_t end) {
    OpenElement done = std::move(open_.back());
    open_.pop_back();
    Span span = done.opening;
    span.end = std::max(span.end, end);
    append_inline_element(reader_, done.element, std::move(done.body), span, body());
}

}  // namespace

doc::Inlines read_inlines(Reader& reader, cmark_node* parent) {
    return InlineReader(reader, span_of(reader, parent).begin)
        .read(cmark_node_first_child(parent), nullptr);
}

doc::Inlines read_inlines(Reader& reader, cmark_node* first, cmark_node* behind) {
    if (first == behind) return {};
    return InlineReader(reader, span_of(reader, first).begin).read(first, behind);
}

std::string plain_text_of(const Reader& reader, cmark_node* parent) {
    const std::unique_ptr<cmark_iter, decltype(&cmark_iter_free)> walk(cmark_iter_new(parent),
                                                                       &cmark_iter_free);
    std::string text;
    while (cmark_iter_next(walk.get()) != CMARK_EVENT_DONE) {
        if (cmark_iter_get_event_type(walk.get()) != CMARK_EVENT_ENTER) continue;
        cmark_node* node = cmark_iter_get_node(walk.get());
        const cmark_node_type type = cmark_node_get_type(node);
        if (type == CMARK_NODE_TEXT || type == CMARK_NODE_CODE) text += literal_of(node);
        if (type == CMARK_NODE_SOFTBREAK || type == CMARK_NODE_LINEBREAK) text += ' ';
    }
    return restore_placeholders(reader.source, std::move(text));
}

}  // namespace triptych::gitbook
