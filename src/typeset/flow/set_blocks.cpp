#include <algorithm>
#include <array>
#include <span>
#include <string>
#include <string_view>

#include "base/text.hpp"
#include "doc/traits.hpp"
#include "doc/walk.hpp"
#include "typeset/flow/flow.hpp"

namespace triptych::typeset {

namespace {

/// Cost of a page break between a list and the line that introduces it.
constexpr std::int32_t behind_introduction = 250;
/// The same in an item, whose marker shows what is missing.
constexpr std::int32_t behind_item = 80;

/// Cost of a page break in front of the last words of a section, where they are few: on top of a
/// page nothing shows what they belong to.
constexpr std::int32_t before_last_words = 110;
constexpr std::size_t few_rows = 2;

/// A line or two in front of a heading, behind anything else.
bool are_last_words(const doc::Blocks& blocks, std::size_t at, std::size_t rows) {
    const auto is_heading = [&](std::size_t i) { return doc::traits_of(blocks[i]).is_heading; };
    if (at == 0 || at + 1 == blocks.size() || rows > few_rows) return false;
    return std::holds_alternative<doc::Paragraph>(blocks[at].node) && !is_heading(at) &&
           !is_heading(at - 1) && is_heading(at + 1);
}

bool ends_in_any_of(const doc::Paragraph& paragraph, std::span<const std::string_view> ends) {
    const std::string words = doc::plain_text(paragraph.body);
    const std::string_view shown = text::trim(words);
    return std::any_of(ends.begin(), ends.end(),
                       [&](std::string_view end) { return shown.ends_with(end); });
}

/// A line without a full stop in front of a list, and a list that ends in a colon.
bool introduces(const doc::Block& block, std::size_t rows) {
    static constexpr std::array<std::string_view, 4> stops = {".", "!", "?", "…"};
    static constexpr std::array<std::string_view, 1> colon = {":"};
    if (const auto* paragraph = std::get_if<doc::Paragraph>(&block.node))
        return rows == 1 && !ends_in_any_of(*paragraph, stops);
    const auto* list = std::get_if<doc::List>(&block.node);
    if (list == nullptr || list->items.empty() || list->items.back().body.empty()) return false;
    const auto* last = std::get_if<doc::Paragraph>(&list->items.back().body.back().node);
    return last != nullptr && ends_in_any_of(*last, colon);
}

}  // namespace

void add_blocks(const doc::Blocks& blocks, const Column& column, Flow& flow) {
    std::size_t before = flow.size();
    for (std::size_t i = 0; i < blocks.size(); ++i) {
        if (doc::parts_nothing(blocks, i)) continue;
        const doc::Block& block = blocks[i];
        const std::size_t first = flow.size();
        flow.begin_block(block.span);
        // Overloads, no fallback: a new kind of block has no `add` and fails to compile.
        std::visit([&](const auto& node) { add(node, column, flow); }, block.node);
        const bool leads = i > 0 && std::holds_alternative<doc::List>(block.node) &&
                           introduces(blocks[i - 1], first - before);
        if (leads && first > 0 && first < flow.size()) {
            flow.raise_penalty(first, column.list_depth == 0 ? behind_introduction : behind_item);
            flow.rows()[first].attached = true;
        }
        if (are_last_words(blocks, i, flow.size() - first))
            flow.raise_penalty(first, before_last_words);
        before = first;
    }
}

Galley set_blocks(const doc::Blocks& blocks, Length measure, pages::ElementId parent,
                  Context& context) {
    Flow flow(context, context.grid);
    add_blocks(blocks, {{}, measure, parent}, flow);
    return flow.take();
}

}  // namespace triptych::typeset
