#pragma once

#include <type_traits>
#include <variant>

#include "gitbook/convert/converter.hpp"

/// How nodes become the model. Text may hold blocks and blocks may hold text, whatever is written
/// where; so every meaning adds to a `Flow`, and the same element gives the same result anywhere.
namespace triptych::gitbook {

/// Blocks on their way, and the text of the paragraph that is not yet one.
class Flow {
public:
    explicit Flow(Converter& converter) : converter_(converter) {}

    /// `Node`: a kind of inline or of block.
    template <typename Node>
    void add(Node node, Span span) {
        if constexpr (is_one_of<Node>(static_cast<decltype(doc::Inline::node)*>(nullptr)))
            add(doc::Inline(std::move(node), span));
        else
            add(doc::Block(std::move(node), span));
    }
    void add(doc::Inline node) { text_.push_back(std::move(node)); }
    /// Ends the paragraph first.
    void add(doc::Block block);
    void add_all(doc::Blocks blocks);
    /// `whole`: the place of the paragraph, when nothing else made it.
    void end_paragraph(Span whole = {});

    doc::Blocks& blocks() { return blocks_; }
    /// The text since the last block, not cleaned up yet.
    doc::Inlines& text() { return text_; }
    /// Everything, as blocks.
    doc::Blocks take();

private:
    template <typename Node, typename... Kinds>
    static constexpr bool is_one_of(std::variant<Kinds...>*) {
        return (std::is_same_v<Node, Kinds> || ...);
    }

    Converter& converter_;
    doc::Blocks blocks_;
    doc::Inlines text_;
};

void convert(Converter& converter, const Node& node, Flow& out);
void convert(Converter& converter, const Nodes& nodes, Flow& out);
doc::Blocks blocks_of(Converter& converter, const Nodes& nodes);

/// Reports, once a page, an element that no output shows; its content is kept.
void report_without_meaning(Converter& converter, const Node& node);

/// Content for a place that holds a line of text only, a title or a caption: the text of the
/// paragraphs that come first, not cleaned up yet, and the blocks for which there is no room.
struct Line {
    doc::Inlines text;
    doc::Blocks rest;
};
Line line_of(Converter& converter, const Nodes& nodes, Span span);

/// An attribute as finished inlines, with its place.
doc::Inlines inlines_of_attribute(Converter& converter, const Node& node, std::string_view name);

/// Adds what `nodes` are with all their text put into `Style`.
template <typename Wrap>
void add_wrapped(Converter& converter, const Node& node, Flow& out, Wrap wrap) {
    Flow inside(converter);
    convert(converter, node.children, inside);
    if (inside.blocks().empty()) {
        if (!inside.text().empty()) out.add(doc::Inline(wrap(std::move(inside.text())), node.span));
        return;
    }
    for (doc::Block& block : inside.take()) {
        if (auto* text = std::get_if<doc::Paragraph>(&block.node)) {
            doc::Inline whole(wrap(std::move(text->body)), block.span);
            text->body.clear();
            text->body.push_back(std::move(whole));
        }
        out.add(std::move(block));
    }
}

/// The nodes inside that `wanted` names are handed to `member`; all others are added to `out`.
template <typename Member>
void for_each_member(Converter& converter, const Node& group, std::string_view wanted, Flow& out,
                     Member member) {
    for (const Node& child : group.children)
        if (child.kind != Node::Kind::text && child.name == wanted)
            member(child);
        else
            convert(converter, child, out);
    out.end_paragraph();
}

}  // namespace triptych::gitbook
