#include "doc/lone_anchors.hpp"

#include <algorithm>
#include <iterator>
#include <optional>
#include <utility>

#include "base/text.hpp"
#include "doc/walk.hpp"

namespace triptych::doc {
namespace {

bool is_anchor_or_blank(const Inline& node) {
    const auto* words = std::get_if<Text>(&node.node);
    return (words != nullptr && text::trim(words->text).empty()) ||
           std::holds_alternative<Anchor>(node.node) ||
           std::holds_alternative<LineBreak>(node.node);
}

bool is_lone_anchor(const Block& block) {
    const auto* paragraph = std::get_if<Paragraph>(&block.node);
    return paragraph != nullptr && is_lone_anchor(*paragraph);
}

/// Where the block begins to be read, if that is in a line.
Inlines* text_of(Block& block) {
    if (auto* heading = std::get_if<Heading>(&block.node)) return &heading->body;
    if (auto* paragraph = std::get_if<Paragraph>(&block.node)) return &paragraph->body;
    auto* list = std::get_if<List>(&block.node);
    if (list == nullptr || list->items.empty() || list->items.front().body.empty()) return nullptr;
    return text_of(list->items.front().body.front());
}

void append_anchors(Inlines from, Inlines& to) {
    for (Inline& node : from)
        if (std::holds_alternative<Anchor>(node.node)) to.push_back(std::move(node));
}

void join(Blocks& blocks) {
    Blocks joined;
    joined.reserve(blocks.size());
    std::optional<Block> waiting;
    for (Block& block : blocks) {
        if (is_lone_anchor(block)) {
            if (!waiting) waiting = Block{Paragraph{}, block.span};
            append_anchors(std::move(std::get<Paragraph>(block.node).body),
                           std::get<Paragraph>(waiting->node).body);
            continue;
        }
        for_each_child(
            block, [](Inlines&) {}, join);
        if (waiting) {
            Inlines& anchors = std::get<Paragraph>(waiting->node).body;
            if (Inlines* text = text_of(block))
                text->insert(text->begin(), std::make_move_iterator(anchors.begin()),
                             std::make_move_iterator(anchors.end()));
            else
                joined.push_back(std::move(*waiting));
            waiting.reset();
        }
        joined.push_back(std::move(block));
    }
    if (waiting) joined.push_back(std::move(*waiting));
    blocks = std::move(joined);
}

}  // namespace

bool is_lone_anchor(const Paragraph& paragraph) {
    return !paragraph.body.empty() &&
           std::all_of(paragraph.body.begin(), paragraph.body.end(), is_anchor_or_blank);
}

void join_lone_anchors(Book& book) {
    for (Page& page : book.pages) {
        join(page.body);
        for (Note& note : page.notes) join(note.body);
    }
}

}  // namespace triptych::doc
