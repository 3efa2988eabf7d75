#include "gitbook/convert/html_reader.hpp"

#include <algorithm>
#include <charconv>
#include <utility>

#include "base/text.hpp"
#include "gitbook/convert/blocks.hpp"
#include "gitbook/convert/inline_elements.hpp"
#include "gitbook/convert/inline_fixups.hpp"
#include "gitbook/convert/inlines.hpp"
#include "gitbook/convert/markdown.hpp"
#include "gitbook/convert/paragraphs.hpp"
#include "gitbook/syntax/html_scan.hpp"

namespace triptych::gitbook {
namespace {

bool is_one_of(std::string_view name, std::initializer_list<std::string_view> names) {
    return std::find(names.begin(), names.end(), name) != names.end();
}

bool is_heading(std::string_view name) {
    return name.size() == 2 && name[0] == 'h' && name[1] >= '1' && name[1] <= '6';
}

bool is_block_element(std::string_view name) {
    return is_heading(name) ||
           is_one_of(name, {"p",      "div",     "ul",         "ol",         "li",      "table",
                            "figure", "pre",     "blockquote", "hr",         "details", "summary",
                            "center", "section", "article",    "header",     "footer",  "main",
                            "aside",  "nav",     "address",    "dl",         "dt",      "dd",
                            "iframe", "video",   "audio",      "object",     "embed",   "script",
                            "style",  "svg",     "form",       "figcaption", "fieldset"});
}

/// Whether the element ends by its own end tag and not by one of its parents'.
bool closes_itself(const GumboElement& element, std::string_view name) {
    const std::string_view end(element.original_end_tag.data, element.original_end_tag.length);
    return end.size() > 2 && text::lower_case(end.substr(2)).starts_with(name);
}

}  // namespace

/// Collects text until the next block element ends the paragraph.
class HtmlReader::Flow {
public:
    Flow(HtmlReader& html, doc::Blocks& out) : html_(html), out_(out) {}

    void add(const GumboNode& node) {
        const std::string name = is_element(node) ? name_of(node) : std::string();
        if (!is_block_element(name)) {
            html_.append_inline(node, pending_);
            return;
        }
        end_paragraph();
        html_.append_block(node, name, out_);
    }

    /// To be called at the end, too.
    void end_paragraph() {
        if (pending_.empty()) return;
        Span span = pending_.front().span;
        span.end = std::max(span.end, pending_.back().span.end);
        append_paragraph(html_.reader_, std::exchange(pending_, {}), span, out_);
    }

private:
    HtmlReader& html_;
    doc::Blocks& out_;
    doc::Inlines pending_;
};

doc::Blocks HtmlReader::read() {
    const GumboTree tree(html_.text());
    return blocks_in(tree.root());
}

Span HtmlReader::span_of(const GumboNode& node) const {
    return html_.span(begin_of(node), end_of(node));
}

std::string HtmlReader::source_of(const GumboNode& node) const {
    return std::string(html_.text().substr(begin_of(node), end_of(node) - begin_of(node)));
}

doc::Blocks HtmlReader::blocks_in(const GumboNode& parent) {
    doc::Blocks out;
    Flow flow(*this, out);
    const GumboVector& children = children_of(parent);
    for (unsigned i = 0; i < children.length; ++i) flow.add(child_at(children, i));
    flow.end_paragraph();
    return out;
}

doc::Inlines HtmlReader::raw_inlines_in(const GumboNode& parent) {
    doc::Inlines out;
    const GumboVector& children = children_of(parent);
    for (unsigned i = 0; i < children.length; ++i) append_inline(child_at(children, i), out);
    return out;
}

doc::Inlines HtmlReader::inlines_in(const GumboNode& parent) {
    doc::Inlines out = raw_inlines_in(parent);
    finish_inlines(reader_, out);
    return out;
}

void HtmlReader::append_inline(const GumboNode& node, doc::Inlines& out) {
    const Span span = span_of(node);
    if (!is_element(node)) {
        if (!text_of(node).empty()) out.push_back(text_inline(std::string(text_of(node)), span));
        return;
    }
    const Nested nested(reader_);
    if (nested.too_deep()) return out.push_back(text_inline(inner_text(node), span));
    const Element element = element_of(node);
    doc::Inlines body = raw_inlines_in(node);
    if (!is_html_element(element.name)) {
        const GumboElement& unknown = node.v.element;
        out.push_back(text_inline({unknown.original_tag.data, unknown.original_tag.length}, span));
        for (doc::Inline& inside : body) out.push_back(std::move(inside));
        if (closes_itself(unknown, element.name))
            out.push_back(text_inline(
                {unknown.original_end_tag.data, unknown.original_end_tag.length}, span));
        return;
    }
    const bool block = is_block_element(element.name) && !is_blank(body);
    if (block && !is_blank(out)) out.push_back({doc::LineBreak{}, span});
    append_inline_element(reader_, element, std::move(body), span, out);
    if (block) out.push_back({doc::LineBreak{}, span});
}

// Long because it names every block element of the whitelist.
void HtmlReader::append_block(const GumboNode& node, const std::string& name, doc::Blocks& out) {
    const Span span = span_of(node);
    const Nested nested(reader_);
    if (nested.too_deep()) return out.push_back(too_deep(reader_, span));
    if (is_heading(name))
        return append_heading_element(node, static_cast<std::uint8_t>(name[1] - '0'), out);
    if (name == "table") return append_html_table(*this, node, out);
    if (name == "figure") return append_html_figure(*this, node, out);
    if (name == "pre") return append_preformatted(*this, node, out);
    if (name == "details") return append_details(node, out);
    if (name == "ul" || name == "ol") return append_list(node, name, out);
    if (name == "hr") return out.push_back({doc::ThematicBreak{}, span});
    if (name == "blockquote") return out.push_back({doc::Quote{blocks_in(node)}, span});
    if (name == "div") return append_division(node, out);
    if (is_one_of(name, {"iframe", "video", "audio", "object", "embed"}))
        return append_media(node, out);
    if (name == "script" || name == "style") return report_unsupported(reader_, name, span);
    if (name == "svg") {
        report_unsupported(reader_, name, span);
        return out.push_back(unsupported("svg", text::collapse_spaces(inner_text(node)), span));
    }
    if (name == "dt" || name == "summary") {
        doc::Inlines body = raw_inlines_in(node);
        return append_paragraph(reader_, {{doc::Strong{std::move(body)}, span}}, span, out);
    }
    const Element element = element_of(node);
    for (doc::Block& block : blocks_in(node)) {
        auto* text = std::get_if<doc::Paragraph>(&block.node);
        if (text != nullptr) speak(element, span, text->body);
        out.push_back(std::move(block));
    }
}

void HtmlReader::append_heading_element(const GumboNode& node, std::uint8_t level,
                                        doc::Blocks& out) {
    const Span span = span_of(node);
    doc::Inlines body = raw_inlines_in(node);
    const std::string id(element_of(node).get("id"));
    if (place_ == Place::page) {
        if (!id.empty()) body.insert(body.begin(), {doc::Anchor{id}, span});
        return append_heading(reader_, level, std::move(body), span, out);
    }
    finish_inlines(reader_, body);
    if (!is_blank(body)) out.push_back(paragraph({{doc::Strong{std::move(body)}, span}}, span));
}

void HtmlReader::append_list(const GumboNode& node, const std::string& name, doc::Blocks& out) {
    doc::List list;
    list.ordered = name == "ol";
    const Element element = element_of(node);
    const std::string_view start = element.get("start");
    std::from_chars(start.data(), start.data() + start.size(), list.start);
    const GumboVector& children = children_of(node);
    for (unsigned i = 0; i < children.length; ++i) {
        const GumboNode& child = child_at(children, i);
        if (!is_element(child)) continue;
        doc::ListItem item{blocks_in(child), doc::TaskState::none, span_of(child)};
        if (!item.body.empty()) list.items.push_back(std::move(item));
    }
    if (!list.items.empty()) out.push_back({std::move(list), span_of(node)});
}

void HtmlReader::append_details(const GumboNode& node, doc::Blocks& out) {
    doc::Details details;
    details.id = element_of(node).get("id");
    Flow flow(*this, details.body);
    const GumboVector& children = children_of(node);
    for (unsigned i = 0; i < children.length; ++i) {
        const GumboNode& child = child_at(children, i);
        if (is_element(child) && name_of(child) == "summary" && details.summary.empty())
            details.summary = inlines_in(child);
        else
            flow.add(child);
    }
    flow.end_paragraph();
    out.push_back({std::move(details), span_of(node)});
}

void HtmlReader::append_division(const GumboNode& node, doc::Blocks& out) {
    std::vector<TagAttribute> attributes;
    for (auto& [name, value] : element_of(node).attributes)
        attributes.push_back({name, value, span_of(node)});
    append_division_blocks(attributes, blocks_in(node), span_of(node), out);
}

void HtmlReader::append_media(const GumboNode& node, doc::Blocks& out) {
    Element element = element_of(node);
    if (!element.has("src"))
        if (const GumboNode* source = child_named(node, "source")) element = element_of(*source);
    const std::string_view address = element.get(element.has("data") ? "data" : "src");
    doc::Blocks caption = blocks_in(node);
    if (address.empty()) {
        for (doc::Block& block : caption) out.push_back(std::move(block));
        return;
    }
    append_embedded(reader_, std::string(address), std::move(caption), span_of(node), out);
}

}  // namespace triptych::gitbook
