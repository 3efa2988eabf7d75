#include <algorithm>
#include <iterator>
#include <utility>

#include "deck/split/section.hpp"
#include "doc/numbers.hpp"
#include "doc/traits.hpp"
#include "doc/walk.hpp"

namespace triptych::deck {
namespace {

/// Moves the figures in `blocks`, at any depth, behind what is in `figures`.
void take_figures(doc::Blocks& blocks, doc::Blocks& figures) {
    doc::Blocks rest;
    for (auto& block : blocks) {
        if (doc::traits_of(block).is_figure) {
            figures.push_back(std::move(block));
            continue;
        }
        doc::for_each_child(
            block, [](doc::Inlines&) {}, [&](doc::Blocks& inner) { take_figures(inner, figures); });
        rest.push_back(std::move(block));
    }
    blocks = std::move(rest);
}

/// The list, parted behind every item that held figures.
doc::Blocks lift_from(const doc::List& list, Span span) {
    doc::Blocks lifted;
    doc::List piece = list;
    piece.items.clear();
    const auto flush = [&] {
        if (!piece.items.empty()) lifted.push_back({piece, span});
        piece.items.clear();
    };
    const auto numbers = doc::numbers_of(list);
    for (std::size_t i = 0; i < list.items.size(); ++i) {
        doc::ListItem item = list.items[i];
        doc::Blocks figures;
        take_figures(item.body, figures);
        if (piece.items.empty()) piece.start = numbers[i];
        const bool empty = item.body.empty() && !figures.empty();
        if (!empty) piece.items.push_back(std::move(item));
        if (figures.empty()) continue;
        flush();
        std::move(figures.begin(), figures.end(), std::back_inserter(lifted));
    }
    flush();
    return lifted;
}

}  // namespace

bool holds_figure(const doc::Blocks& blocks) {
    return std::any_of(blocks.begin(), blocks.end(), [](const doc::Block& block) {
        bool found = doc::traits_of(block).is_figure;
        doc::for_each_child(
            block, [](const doc::Inlines&) {},
            [&](const doc::Blocks& inner) { found = found || holds_figure(inner); });
        return found;
    });
}

doc::Blocks lift_figures(const doc::Block& block) {
    if (const auto* list = std::get_if<doc::List>(&block.node)) return lift_from(*list, block.span);
    doc::Block container = block;
    doc::Blocks figures;
    doc::for_each_child(
        container, [](doc::Inlines&) {}, [&](doc::Blocks& inner) { take_figures(inner, figures); });
    bool empty = true;
    doc::for_each_child(
        container, [](doc::Inlines&) {},
        [&](doc::Blocks& inner) { empty = empty && inner.empty(); });
    if (!empty) figures.insert(figures.begin(), std::move(container));
    return figures;
}

}  // namespace triptych::deck
