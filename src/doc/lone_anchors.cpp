#include "doc/lone_anchors.hpp"

#include <algorithm>
#include <iterator>
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
    return paragraph != nullptr && !paragraph->body.empty() &&
           std::all_of(paragraph->body.begin(), paragraph->body.end(), is_anchor_or_blank);
}

/// Where the block begins to be read, if that is in a line.
Inlines* text_of(Block& block) {
    if (auto* heading = std::get_if<Heading>(&block.node)) return &heading->body;
    if (auto* paragraph = std::get_if<Paragraph>(&block.node)) return &paragraph->body;
    auto* list = std::get_if<List>(&block.node);
    if (list == nullptr || list->items.empty() || list->items.front().body.empty()) return nullptr;
    return text_of(list->items.front().body.front());
}

void move_anchors(Inlines from, Inlines& to) {
    std::erase_if(from,
                  [](const Inline& node) { return !std::holds_alternative<Anchor>(node.node); });
    to.insert(to.begin(), std::make_move_iterator(from.begin()),
              std::make_move_iterator(from.end()));
}

/// From the end, so that several in a row end in the same text.
void join(Blocks& blocks) {
    Blocks joined;
    joined.reserve(blocks.size());
    for (auto block = blocks.rbegin(); block != blocks.rend(); ++block) {
        Inlines* next = joined.empty() ? nullptr : text_of(joined.back());
        if (next != nullptr && is_lone_anchor(*block)) {
            move_anchors(std::move(std::get<Paragraph>(block->node).body), *next);
            continue;
        }
        for_each_child(
            *block, [](Inlines&) {}, join);
        joined.push_back(std::move(*block));
    }
    std::reverse(joined.begin(), joined.end());
    blocks = std::move(joined);
}

}  // namespace

void join_lone_anchors(Book& book) {
    for (Page& page : book.pages) {
        join(page.body);
        for (Note& note : page.notes) join(note.body);
    }
}

}  // namespace triptych::doc
