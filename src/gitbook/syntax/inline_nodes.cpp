#include "gitbook/syntax/inline_nodes.hpp"

#include <algorithm>
#include <memory>
#include <utility>

#include "base/ascii.hpp"
#include "base/text.hpp"
#include "gitbook/syntax/bare_address.hpp"
#include "gitbook/syntax/entities.hpp"
#include "gitbook/syntax/nest.hpp"
#include "gitbook/syntax/placeholders.hpp"
#include "gitbook/syntax/text_nodes.hpp"

namespace triptych::gitbook {
namespace {

constexpr std::size_t search_window = 4096;

std::string url_of(cmark_node* node) {
    const char* url = cmark_node_get_url(node);
    return url == nullptr ? std::string() : url;
}

/// Whether a reference to a note may be called so; `a-z` is a pattern in prose.
bool may_name_note(std::string_view name) {
    const auto may_stand = [](unsigned char c) {
        return ascii::is_alphanumeric(c) || c == '-' || c == '_';
    };
    return !name.empty() && !(name.size() == 3 && name[1] == '-') &&
           std::all_of(name.begin(), name.end(), may_stand);
}

/// Visible text of a Markdown node's inline children.
std::string plain_text_of(const MarkdownPlace& place, cmark_node* parent) {
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
    return restore_placeholders(place.scanned, std::move(text));
}

class InlineReader {
public:
    InlineReader(const MarkdownPlace& place, std::uint32_t begin, unsigned depth)
        : place_(place), depth_(depth), end_(begin), search_from_(begin) {}

    Nodes read(cmark_node* parent) {
        for (cmark_node* node = cmark_node_first_child(parent); node != nullptr;
             node = cmark_node_next(node))
            read_node(node);
        flush_text();
        if (nested_) return nest(std::move(pieces_), place_.scanned, place_.diagnostics);
        Nodes nodes;
        nodes.reserve(pieces_.size());
        for (Piece& piece : pieces_) nodes.push_back(std::move(std::get<Node>(piece)));
        return nodes;
    }

private:
    void add(Node node);
    void add_text(std::string_view text, Span span);
    void flush_text();
    void report_lost_notes() const;
    void add_html(cmark_node* node, Span span);
    void add_link(cmark_node* node, Span span);
    void add_bare_address(cmark_node* node, Span span);
    Node styled(const char* name, cmark_node* node, Span span);
    Span place_of(cmark_node* node);
    void read_node(cmark_node* node);

    const MarkdownPlace& place_;
    unsigned depth_;
    Pieces pieces_;
    bool nested_ = false;  ///< HTML is among the pieces
    std::string text_;     ///< not yet a piece
    Span text_span_;
    bool cut_reference_ = false;  ///< the text begins with half a character reference
    std::uint32_t end_ = 0;       ///< where the last node ended
    /// Where a link found in plain text may stand: the text before it claims its bytes too.
    std::uint32_t search_from_ = 0;
};

void InlineReader::add(Node node) {
    flush_text();
    search_from_ = end_ = std::max(end_, node.span.end);
    pieces_.emplace_back(std::move(node));
}

// The parser cuts text at every character that might be markup.
void InlineReader::add_text(std::string_view text, Span span) {
    if (text_.empty()) text_span_ = span;
    text_ += text;
    end_ = text_span_.end = std::max(text_span_.end, span.end);
    search_from_ = span.begin;
}

void InlineReader::flush_text() {
    if (text_.empty()) return;
    if (std::exchange(cut_reference_, false)) text_ = decode_entities(text_);
    report_lost_notes();
    Nodes nodes;
    append_text(text_, text_span_, place_.scanned, nodes);
    for (Node& node : nodes) pieces_.emplace_back(std::move(node));
    text_.clear();
}

// The parser gives no place for links it found in plain text, and for a link over two lines its
// first column with its last line.
Span InlineReader::place_of(cmark_node* node) {
    Span span = place_.span_of(node);
    cmark_node* child = cmark_node_first_child(node);
    if (cmark_node_get_start_line(node) > 0) {
        if (cmark_node_get_type(node) != CMARK_NODE_LINK || child == nullptr) return span;
        const Span inside = place_.span_of(child);
        if (cmark_node_get_start_line(child) > 0 && inside.begin > 0)
            span.begin = std::min(span.begin, inside.begin - 1);
        return span;
    }
    const FileId file = place_.text.file();
    const std::string_view literal = literal_of(child == nullptr ? node : child);
    if (literal.empty()) return {file, end_, end_};
    const std::size_t at = place_.file.substr(search_from_, search_window).find(literal);
    if (at == std::string_view::npos) return {file, end_, end_};
    const auto begin = static_cast<std::uint32_t>(search_from_ + at);
    return {file, begin, begin + static_cast<std::uint32_t>(literal.size())};
}

Node InlineReader::styled(const char* name, cmark_node* node, Span span) {
    Node styled = element_node(name, span);
    styled.closed = true;
    if (depth_ < deepest_nesting)
        styled.children = InlineReader(place_, span.begin, depth_ + 1).read(node);
    else
        styled.children.push_back(text_node(plain_text_of(place_, node), span));
    return styled;
}

/// References to notes that nobody has written are text.
void InlineReader::report_lost_notes() const {
    constexpr std::size_t longest_name = 60;
    std::size_t done = 0;
    for (std::size_t at = text_.find("[^"); at != std::string::npos;
         at = text_.find("[^", at + 2)) {
        const std::string_view rest = std::string_view(text_).substr(at, longest_name);
        const std::size_t close = rest.find(']');
        if (close == rest.npos || !may_name_note(rest.substr(2, close - 2))) continue;
        const std::string reference(rest.substr(0, close + 1));
        const std::size_t from = std::min(text_span_.begin + done, place_.file.size());
        const std::string_view written = place_.file.substr(from, search_window);
        const std::size_t found = written.find(reference);
        if (found == std::string_view::npos) continue;
        const auto begin = static_cast<std::uint32_t>(from + found);
        done += found + reference.size();
        if (found > 0 && written[found - 1] == '\\') continue;
        const Span span{text_span_.file, begin,
                        begin + static_cast<std::uint32_t>(reference.size())};
        place_.diagnostics.report(Kind::broken_anchor, span,
                                  say("'{}' leads to no note; it is printed as text", reference),
                                  say("write the note, or take the reference out"));
    }
}

void InlineReader::add_html(cmark_node* node, Span span) {
    flush_text();
    end_ = std::max(end_, span.end);
    nested_ = true;
    MappedText html(place_.text.file());
    html.copy(literal_of(node), span.begin);
    pieces_.emplace_back(std::move(html));
}

void InlineReader::add_link(cmark_node* node, Span span) {
    cmark_node* child = cmark_node_first_child(node);
    const bool bare =
        cmark_node_get_start_line(node) <= 0 ||
        (child != nullptr && url_of(node) == "http://" + std::string(literal_of(child)));
    if (bare) return add_bare_address(node, span);
    Node link = styled("a", node, span);
    link.attributes.push_back({"href", restore_placeholders(place_.scanned, url_of(node)), span});
    add(std::move(link));
}

// What the parser took for the end of the address may be text, with a character reference in it.
void InlineReader::add_bare_address(cmark_node* node, Span span) {
    cmark_node* child = cmark_node_first_child(node);
    const std::string_view literal = child == nullptr ? "" : literal_of(child);
    const bool mail = url_of(node).starts_with("mailto:") && !literal.starts_with("mailto:");
    const std::size_t length = mail ? literal.size() : length_of_address(literal);
    const std::string url = url_of(node);
    if (length == 0) return add_text(literal, span);
    Node link =
        element_node("a", {span.file, span.begin, span.begin + static_cast<std::uint32_t>(length)});
    link.span.end = std::min(link.span.end, std::max(span.end, span.begin));
    const auto decoded = [](std::string_view address) {
        return text::replace_all(std::string(address), "&amp;", "&");
    };
    const std::size_t behind = std::min(url.size(), literal.size() - length);
    link.attributes.push_back({"href", decoded(url.substr(0, url.size() - behind)), span});
    link.attributes.push_back({"data-bare", "", span});
    link.children.push_back(text_node(decoded(literal.substr(0, length)), link.span));
    add(std::move(link));
    if (length == literal.size()) return;
    add_text(literal.substr(length), {span.file, end_, span.end});
    cut_reference_ = literal.find('&', length) != std::string_view::npos;
}

// Long because it names every kind of inline node, one case each.
void InlineReader::read_node(cmark_node* node) {
    const Span span = place_of(node);
    switch (cmark_node_get_type(node)) {
        case CMARK_NODE_TEXT:
            return add_text(literal_of(node), span);
        case CMARK_NODE_SOFTBREAK:
            return add_text("\n", {span.file, end_, end_});
        case CMARK_NODE_LINEBREAK:
            return add(element_node("br", {span.file, end_, end_}));
        case CMARK_NODE_CODE: {
            Node code = element_node("code", span);
            code.children.push_back(text_node(
                restore_placeholders(place_.scanned, std::string(literal_of(node))), span));
            return add(std::move(code));
        }
        case CMARK_NODE_HTML_INLINE:
            return add_html(node, span);
        case CMARK_NODE_EMPH:
            return add(styled("em", node, span));
        case CMARK_NODE_STRONG:
            return add(styled("strong", node, span));
        case CMARK_NODE_LINK:
            return add_link(node, span);
        case CMARK_NODE_IMAGE: {
            Node image = element_node("img", span);
            const char* title = cmark_node_get_title(node);
            image.attributes = {{"src", url_of(node), span},
                                {"alt", plain_text_of(place_, node), span},
                                {"title", title == nullptr ? "" : title, span}};
            return add(std::move(image));
        }
        case CMARK_NODE_FOOTNOTE_REFERENCE: {
            Node note = tag_node("note", span);
            note.text = literal_of(node);
            return add(std::move(note));
        }
        default:
            return add(styled("del", node, span));
    }
}

}  // namespace

Nodes inline_nodes(const MarkdownPlace& place, cmark_node* parent, unsigned depth) {
    return InlineReader(place, place.span_of(parent).begin, depth).read(parent);
}

}  // namespace triptych::gitbook
