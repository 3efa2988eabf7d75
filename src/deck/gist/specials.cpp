#include "deck/gist/specials.hpp"

#include "deck/gist/flat_blocks.hpp"
#include "deck/split/text.hpp"
#include "doc/traits.hpp"

namespace triptych::deck {

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
            if (doc::traits_of(block).is_figure) ++found.more_pictures;
        }
    });
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
