#include "gitbook/convert/flow.hpp"

#include <algorithm>
#include <utility>

#include "base/text.hpp"
#include "gitbook/convert/inline_fixups.hpp"
#include "gitbook/convert/paragraphs.hpp"
#include "gitbook/syntax/elements.hpp"

namespace triptych::gitbook {
namespace {

void report_open_quote(Converter& converter, const Node& tag) {
    if (tag.name == "formula") return;  // has no values, and accents like \"
    if (std::count(tag.text.begin(), tag.text.end(), '"') % 2 == 0) return;
    const std::size_t quote = converter.written(tag.opening).rfind('"');
    Span place = tag.opening;
    if (quote != std::string_view::npos) {
        place.begin += static_cast<std::uint32_t>(quote);
        place.end = place.begin + 1;
    }
    converter.diagnostics.report(Kind::unclosed_tag, place,
                                 say("quotation mark in '{{% {} %}}' is never closed", tag.name),
                                 say("the value ends with the tag"));
}

void add_unknown_tag(Converter& converter, const Node& tag, Flow& out) {
    converter.diagnostics.report(Kind::unknown_tag, tag.opening,
                                 tag.closed
                                     ? say("tag '{}' is not known; its content is kept", tag.name)
                                     : say("tag '{}' is not known; it is kept as text", tag.name));
    if (!tag.closed)
        out.add(unsupported(tag.name, std::string(converter.written(tag.opening)), tag.span));
    convert(converter, tag.children, out);
}

/// A listing's title is the file name above it (HonKit's `filename`).
void title_listing(const Node& name, doc::Blocks& blocks) {
    auto* code = blocks.size() < 2 ? nullptr : std::get_if<doc::CodeBlock>(&blocks.back().node);
    if (code == nullptr) return;
    code->title = name.text;
    blocks.erase(blocks.end() - 2);
}

/// The name of `node` as its author wrote it, who may have written more than is left of its tag.
std::string_view written_name(const Converter& converter, const Node& node) {
    const auto begin = node.opening.begin;
    const auto end = static_cast<std::uint32_t>(begin + 1 + node.name.size());
    const std::string_view written = converter.written({node.opening.file, begin, end});
    return written.starts_with('<') ? written.substr(1) : std::string_view();
}

/// Whether `node` is one of a site's own elements, whose names begin with a capital.
bool is_component(const Converter& converter, const Node& node) {
    const std::string_view name = written_name(converter, node);
    return !name.empty() && name[0] >= 'A' && name[0] <= 'Z' && !is_known_element(node.name);
}

/// A component without content says what it says in an attribute.
void add_component(Converter& converter, const Node& node, Flow& out) {
    const std::string_view written = written_name(converter, node);
    std::string_view key;
    for (const std::string_view name : {"text", "label", "title", "name", "code", "value"})
        if (key.empty() && !text::trim(node.get(name)).empty()) key = name;
    if (converter.reported.insert(node.name).second)
        converter.diagnostics.report(
            Kind::unsupported_html, node.opening,
            key.empty()
                ? say("'<{}>' has no meaning in a book and is left out", written)
                : say("'<{}>' has no meaning in a book; its attribute '{}' is shown", written, key),
            say("write what readers shall see"));
    if (key == "code")
        out.add(doc::Code{std::string(node.get(key))}, node.span);
    else if (!key.empty())
        out.add(text_inline(std::string(node.get(key)), node.span));
}

}  // namespace

void report_without_meaning(Converter& converter, const Node& node) {
    if (!converter.reported.insert(node.name).second) return;
    converter.diagnostics.report(
        Kind::unsupported_html, node.opening,
        say("'<{}>' has no meaning in a book; its content is kept", node.name),
        is_known_element(node.name) ? Message() : say("write &lt; for a < that opens no element"));
}

void Flow::add(doc::Block block) {
    end_paragraph();
    blocks_.push_back(std::move(block));
}

void Flow::add_all(doc::Blocks blocks) {
    for (doc::Block& block : blocks) add(std::move(block));
}

void Flow::end_paragraph(Span whole) {
    if (text_.empty()) return;
    Span span = text_.front().span;
    for (const doc::Inline& node : text_) span.end = std::max(span.end, node.span.end);
    append_paragraph(converter_, std::exchange(text_, {}),
                     whole.file == FileId::none ? span : whole, blocks_);
}

doc::Blocks Flow::take() {
    end_paragraph();
    return std::exchange(blocks_, {});
}

void convert(Converter& converter, const Node& node, Flow& out) {
    if (node.kind == Node::Kind::text) return out.add(text_inline(node.text, node.span));
    if (node.kind == Node::Kind::tag && !is_integration(node.name))
        report_open_quote(converter, node);
    if (const Meaning meaning = converter.meaning_of(node)) return meaning(converter, node, out);
    if (node.kind == Node::Kind::tag) return add_unknown_tag(converter, node, out);
    if (node.children.empty() && is_component(converter, node))
        return add_component(converter, node, out);
    report_without_meaning(converter, node);
    convert(converter, node.children, out);
}

void convert(Converter& converter, const Nodes& nodes, Flow& out) {
    for (std::size_t i = 0; i < nodes.size(); ++i) {
        convert(converter, nodes[i], out);
        if (i > 0 && nodes[i - 1].is_tag("filename") && nodes[i].is("pre"))
            title_listing(nodes[i - 1], out.blocks());
    }
}

doc::Blocks blocks_of(Converter& converter, const Nodes& nodes) {
    Flow flow(converter);
    convert(converter, nodes, flow);
    return flow.take();
}

Line line_of(Converter& converter, const Nodes& nodes, Span span) {
    Flow flow(converter);
    convert(converter, nodes, flow);
    Line line;
    if (flow.blocks().empty()) {
        line.text = std::move(flow.text());
        return line;
    }
    for (doc::Block& block : flow.take()) {
        auto* text = std::get_if<doc::Paragraph>(&block.node);
        auto* heading = std::get_if<doc::Heading>(&block.node);
        if ((text == nullptr && heading == nullptr) || !line.rest.empty()) {
            line.rest.push_back(std::move(block));
            continue;
        }
        if (!line.text.empty()) line.text.push_back({doc::LineBreak{}, span});
        for (doc::Inline& node : text != nullptr ? text->body : heading->body)
            line.text.push_back(std::move(node));
    }
    return line;
}

doc::Inlines inlines_of_attribute(Converter& converter, const Node& node, std::string_view name) {
    const std::string value(node.get(name));
    if (value.empty()) return {};
    return finished_text(converter, value, node.place_of(name));
}

}  // namespace triptych::gitbook
