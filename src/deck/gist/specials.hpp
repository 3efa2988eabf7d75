#pragma once

#include <cstddef>
#include <span>

#include "deck/gist/gist.hpp"
#include "doc/model.hpp"

/// The tables, listings, pictures and formulas of a section.
namespace triptych::deck {

/// Shows no special; counts the one that it would show among those that it does not.
void leave_special(Gist& gist);

/// The one that is shown, and how many others there are.
struct ShownSpecials {
    const doc::Block* shown = nullptr;
    doc::Inlines tab;  ///< title of the one of several tabs that it stands in
    std::size_t more = 0;
    MoreSpecials further;
};
/// All but `told`, a table that is shown as steps, and the first `beside`, which stand in columns;
/// none is shown beside such.
ShownSpecials specials_of(std::span<const doc::Block> blocks, const doc::Block* told,
                          std::size_t beside, bool in_columns);

/// Counts all that the gist knows of, shown or not.
MoreSpecials all_specials(const Gist& gist);
/// Counts those of blocks at any depth.
MoreSpecials count_specials(std::span<const doc::Block> blocks);

/// Whether there is one that is no listing.
bool holds_more_than_code(std::span<const doc::Block> blocks);

}  // namespace triptych::deck
