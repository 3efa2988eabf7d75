#include "deck/gist/flat_blocks.hpp"

#include <algorithm>
#include <variant>

#include "base/match.hpp"
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
    const auto shown = [](const auto&) { return true; };
    const auto told = [](const auto&) { return false; };
    return std::visit(Match{[](const doc::CodeBlock& code) {
                                return static_cast<std::size_t>(
                                           std::count(code.text.begin(), code.text.end(), '\n')) >=
                                       shown_code_lines;
                            },
                            [](const doc::Figure& figure) { return !figure.pictures.empty(); },
                            [&](const doc::Table& node) { return shown(node); },
                            [&](const doc::Diagram& node) { return shown(node); },
                            [&](const doc::MathBlock& node) { return shown(node); },
                            [&](const doc::Paragraph& node) { return told(node); },
                            [&](const doc::Heading& node) { return told(node); },
                            [&](const doc::List& node) { return told(node); },
                            [&](const doc::Callout& node) { return told(node); },
                            [&](const doc::Quote& node) { return told(node); },
                            [&](const doc::MissingPicture& node) { return told(node); },
                            [&](const doc::Tabs& node) { return told(node); },
                            [&](const doc::Steps& node) { return told(node); },
                            [&](const doc::Cards& node) { return told(node); },
                            [&](const doc::Details& node) { return told(node); },
                            [&](const doc::Columns& node) { return told(node); },
                            [&](const doc::Updates& node) { return told(node); },
                            [&](const doc::LinkCard& node) { return told(node); },
                            [&](const doc::ThematicBreak& node) { return told(node); },
                            [&](const doc::Unsupported& node) { return told(node); }},
                      block.node);
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

bool holds_special(Blocks blocks) {
    bool found = false;
    for_each_special(blocks, [&](const doc::Block&) { found = true; });
    return found;
}

}  // namespace triptych::deck
