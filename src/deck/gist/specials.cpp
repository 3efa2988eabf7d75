#include "deck/gist/specials.hpp"

#include "deck/gist/claims.hpp"
#include "deck/gist/flat_blocks.hpp"
#include "doc/traits.hpp"

namespace triptych::deck {
namespace {

/// The title of the one of several tabs that `special` stands in; empty: in none.
doc::Inlines tab_of(std::span<const doc::Block> blocks, const doc::Block* special) {
    const auto holds = [&](std::span<const doc::Block> inner) {
        bool found = false;
        for_each_special(inner, [&](const doc::Block& each) { found = found || &each == special; });
        return found;
    };
    for (const doc::Block& block : blocks) {
        const auto* tabs = std::get_if<doc::Tabs>(&block.node);
        if (!tabs || tabs->tabs.size() < 2) continue;
        for (const doc::Tab& tab : tabs->tabs)
            if (holds(tab.body)) return tab.title;
    }
    return {};
}

/// Counts it by what it is; formulas are not counted.
void add(MoreSpecials& counts, const doc::Block& block) {
    if (std::holds_alternative<doc::Table>(block.node)) ++counts.tables;
    if (doc::traits_of(block).is_figure) ++counts.pictures;
    if (std::holds_alternative<doc::CodeBlock>(block.node) ||
        std::holds_alternative<doc::Diagram>(block.node))
        ++counts.listings;
}

}  // namespace

MoreSpecials& MoreSpecials::operator+=(const MoreSpecials& more) {
    tables += more.tables;
    pictures += more.pictures;
    listings += more.listings;
    warnings += more.warnings;
    return *this;
}

MoreSpecials all_specials(const Gist& gist) {
    MoreSpecials all = gist.further;
    if (gist.special) add(all, *gist.special);
    if (gist.alert) ++all.warnings;
    return all;
}

MoreSpecials count_specials(std::span<const doc::Block> blocks) {
    MoreSpecials all;
    for_each_special(blocks, [&](const doc::Block& block) { add(all, block); });
    all.warnings = count_warnings(blocks);
    return all;
}

void leave_special(Gist& gist) {
    if (!gist.special) return;
    add(gist.further, *gist.special);
    gist.special = nullptr;
    gist.special_tab.clear();
    gist.special_alone = false;
}

ShownSpecials specials_of(std::span<const doc::Block> blocks, const doc::Block* told,
                          std::size_t beside, bool in_columns) {
    ShownSpecials found;
    for_each_special(blocks, [&](const doc::Block& block) {
        if (&block == told) return;
        if (beside > 0) {
            --beside;
        } else if (!found.shown && !in_columns) {
            found.shown = &block;
        } else {
            ++found.more;
            add(found.further, block);
        }
    });
    if (found.shown) found.tab = tab_of(blocks, found.shown);
    return found;
}

bool holds_more_than_code(std::span<const doc::Block> blocks) {
    bool found = false;
    for_each_special(blocks, [&](const doc::Block& block) {
        found = found || !std::holds_alternative<doc::CodeBlock>(block.node);
    });
    return found;
}

}  // namespace triptych::deck
