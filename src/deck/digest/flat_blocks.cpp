#include "deck/digest/flat_blocks.hpp"

#include <algorithm>

#include "doc/walk.hpp"

namespace triptych::deck {
namespace {

constexpr std::size_t shown_code_lines = 2;

using Blocks = std::span<const doc::Block>;

void add_flat(Blocks blocks, std::vector<const doc::Block*>& flat) {
    for (const auto& block : blocks) {
        if (const auto* columns = std::get_if<doc::Columns>(&block.node)) {
            for (const auto& column : columns->columns) add_flat(Blocks(column.body), flat);
        } else if (const auto* tabs = std::get_if<doc::Tabs>(&block.node);
                   tabs && tabs->tabs.size() == 1) {
            add_flat(Blocks(tabs->tabs.front().body), flat);
        } else {
            flat.push_back(&block);
        }
    }
}

}  // namespace

std::vector<const doc::Block*> flat_blocks(Blocks blocks) {
    std::vector<const doc::Block*> flat;
    add_flat(blocks, flat);
    return flat;
}

bool is_special(const doc::Block& block) {
    if (const auto* code = std::get_if<doc::CodeBlock>(&block.node))
        return static_cast<std::size_t>(std::count(code->text.begin(), code->text.end(), '\n')) >=
               shown_code_lines;
    if (const auto* figure = std::get_if<doc::Figure>(&block.node))
        return !figure->pictures.empty();
    return std::holds_alternative<doc::Table>(block.node) ||
           std::holds_alternative<doc::Diagram>(block.node) ||
           std::holds_alternative<doc::MathBlock>(block.node);
}

void for_each_special(Blocks blocks, const std::function<void(const doc::Block&)>& visit) {
    for (const auto& block : blocks) {
        if (is_special(block)) {
            visit(block);
            continue;
        }
        doc::for_each_child(
            block, [](const doc::Inlines&) {},
            [&](const doc::Blocks& inner) { for_each_special(Blocks(inner), visit); });
    }
}

}  // namespace triptych::deck
