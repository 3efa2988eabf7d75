#include "gitbook/convert/mixed_paragraphs.hpp"

#include <algorithm>
#include <array>
#include <optional>
#include <utility>

#include <cmark-gfm.h>

#include "gitbook/convert/blocks.hpp"
#include "gitbook/convert/html.hpp"
#include "gitbook/convert/inlines.hpp"
#include "gitbook/convert/markdown.hpp"
#include "gitbook/convert/paragraphs.hpp"
#include "gitbook/syntax/gumbo_tree.hpp"
#include "gitbook/syntax/html_scan.hpp"

namespace triptych::gitbook {
namespace {

constexpr std::array block_elements{"p",          "div",   "center", "ul",     "ol",    "li",
                                    "blockquote", "h1",    "h2",     "h3",     "h4",    "h5",
                                    "h6",         "video", "audio",  "iframe", "object"};

bool is_block_element(std::string_view name) {
    return std::find(block_elements.begin(), block_elements.end(), name) != block_elements.end();
}

std::string_view html_of(cmark_node* node) {
    if (cmark_node_get_type(node) != CMARK_NODE_HTML_INLINE) return {};
    const char* html = cmark_node_get_literal(node);
    return html == nullptr ? std::string_view() : html;
}

std::optional<HtmlTagPlace> block_tag(cmark_node* node) {
    std::size_t at = 0;
    auto tag = next_html_tag(html_of(node), at);
    return tag && is_block_element(tag->name) ? tag : std::nullopt;
}

bool holds_blocks(cmark_node* parent) {
    for (cmark_node* node = cmark_node_first_child(parent); node != nullptr;
         node = cmark_node_next(node))
        if (block_tag(node)) return true;
    return false;
}

/// `items` as one list: the lists of one item that each `<li>` made, and what stands between.
doc::List joined_list(bool ordered, doc::Blocks items) {
    doc::List list;
    list.ordered = ordered;
    for (doc::Block& block : items) {
        const Span span = block.span;
        if (auto* one = std::get_if<doc::List>(&block.node);
            one != nullptr && one->items.size() == 1)
            list.items.push_back(std::move(one->items.front()));
        else
            list.items.push_back({{std::move(block)}, doc::TaskState::none, span});
    }
    return list;
}

class MixedReader {
public:
    MixedReader(Reader& reader, cmark_node* parent)
        : reader_(reader), node_(cmark_node_first_child(parent)) {}

    void read(doc::Blocks& out) {
        while (node_ != nullptr) {
            read_until("", out);
            if (node_ == nullptr) return;
            reader_.diagnostics.report(Kind::stray_end_tag, span_of(reader_, node_),
                                       "'" + std::string(html_of(node_)) + "' closes nothing");
            advance();
        }
    }

private:
    void advance() { node_ = cmark_node_next(node_); }
    void read_until(const std::string& name, doc::Blocks& out);
    void read_element(const HtmlTagPlace& tag, doc::Blocks& out);
    void wrap(const Element& element, doc::Blocks inside, Span span, doc::Blocks& out);
    bool closes_open(const std::string& name) const {
        return std::find(open_.begin(), open_.end(), name) != open_.end();
    }

    Reader& reader_;
    cmark_node* node_;  ///< the next to read
    std::vector<std::string> open_;
};

/// Reads up to the end of `name`, behind it; or before an end of what holds it or of nothing.
void MixedReader::read_until(const std::string& name, doc::Blocks& out) {
    cmark_node* first = node_;
    cmark_node* last = nullptr;
    const auto flush = [&] {
        if (last == nullptr) return;
        const Span span{reader_.file(), span_of(reader_, first).begin, span_of(reader_, last).end};
        append_paragraph(reader_, read_inlines(reader_, first, node_), span, out);
        last = nullptr;
    };
    while (node_ != nullptr) {
        const auto tag = block_tag(node_);
        if (!tag) {
            last = node_;
            advance();
            continue;
        }
        flush();
        if (tag->mark == HtmlMark::closing) {
            if (tag->name == name) return advance();
            if (name.empty() || closes_open(tag->name)) return;
            advance();
        } else {
            read_element(*tag, out);
        }
        first = node_;
    }
    flush();
}

/// The element that says where media are: `<source>` right inside, where `media` does not.
Element with_source(Element media, cmark_node* inside) {
    if (media.has("src") || inside == nullptr) return media;
    Element source = parse_element(html_of(inside));
    return source.name == "source" && source.has("src") ? source : media;
}

void MixedReader::read_element(const HtmlTagPlace& tag, doc::Blocks& out) {
    Element element = parse_element(html_of(node_));
    Span span = span_of(reader_, node_);
    advance();
    if (tag.name == "video" || tag.name == "audio")
        element = with_source(std::move(element), node_);
    const Nested nested(reader_);
    if (nested.too_deep()) return;
    open_.push_back(tag.name);
    doc::Blocks inside;
    read_until(tag.name, inside);
    open_.pop_back();
    if (!inside.empty()) span.end = std::max(span.end, inside.back().span.end);
    wrap(element, std::move(inside), span, out);
}

void MixedReader::wrap(const Element& element, doc::Blocks inside, Span span, doc::Blocks& out) {
    const std::string& name = element.name;
    if (name == "ul" || name == "ol")
        return out.push_back({joined_list(name == "ol", std::move(inside)), span});
    if (name == "li")
        return out.push_back(
            {doc::List{false, true, 1, {{std::move(inside), doc::TaskState::none, span}}}, span});
    if (name == "blockquote") return out.push_back({doc::Quote{std::move(inside)}, span});
    const std::string_view address = element.get(name == "object" ? "data" : "src");
    if (!address.empty())
        return append_embedded(reader_, std::string(address), std::move(inside), span, out);
    if (name == "div") {
        std::vector<TagAttribute> attributes;
        for (const auto& [key, value] : element.attributes)
            attributes.push_back({key, value, span});
        return append_division_blocks(attributes, std::move(inside), span, out);
    }
    const bool heads = name[0] == 'h' && name.size() == 2;
    for (doc::Block& block : inside) {
        auto* text = std::get_if<doc::Paragraph>(&block.node);
        if (heads && text != nullptr) text->body = {{doc::Strong{std::move(text->body)}, span}};
        out.push_back(std::move(block));
    }
}

}  // namespace

void append_running_text(Reader& reader, cmark_node* parent, doc::Blocks& out) {
    if (holds_blocks(parent)) return MixedReader(reader, parent).read(out);
    append_paragraph(reader, read_inlines(reader, parent), span_of(reader, parent), out);
}

}  // namespace triptych::gitbook
