#pragma once

#include <cstdint>
#include <variant>
#include <vector>

#include "deck/gist/lists.hpp"
#include "deck/gist/sides.hpp"

/// The lists of a section with what leads to them.
namespace triptych::deck {

/// A list with the lead-in right before it, and the sentence before that.
struct LedList {
    const doc::List* list = nullptr;
    doc::Inlines label{};
    doc::Inlines before{};
    doc::Inlines open_label{};   ///< in want of one, words without a stop that it goes on with …
    std::size_t open_block = 0;  ///< … and the block that they end
    bool forbidden = false;      ///< the section's title says that none of it is to be done
    /// Ordered lists further on that go on counting: what stands between belongs to their items.
    std::vector<const doc::List*> going_on{};

    std::size_t count_items() const;
};

/// Whether the list only says what a thing is like: "Type: number", "Default: 3".
bool holds_attributes(const doc::List& list, const Lexicon* lexicon);

/// Whether a list of links or attributes alone is one.
enum class LinkLists : std::uint8_t { left_out, taken };
std::vector<LedList> lists_in(const std::vector<const doc::Block*>& blocks, const Lexicon* lexicon,
                              LinkLists links);

/// The lists' lead-ins as heads, their items in a row behind them.
std::vector<Point> rows_of(const std::vector<LedList>& lists);
/// Leaves out, and counts, lead-ins that say nothing without their items.
void drop_leads(PointColumn& column, const Lexicon* lexicon);

/// The items of all lists that are to be ticked, under the first one's lead-in.
PointColumn tasks_of(const std::vector<LedList>& lists, const Lexicon* lexicon);

/// What is shown of one or more lists: a single one; two short ones side by side; of several the
/// lead-ins with their items, or else the first, and how many points the others have.
std::variant<PointColumn, Sides> shown_of(const std::vector<LedList>& lists,
                                          const Lexicon* lexicon);

}  // namespace triptych::deck
