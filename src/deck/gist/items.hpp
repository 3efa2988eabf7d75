#pragma once

#include <cstddef>
#include <optional>

#include "deck/gist/point.hpp"
#include "deck/language/lexicon.hpp"
#include "doc/model.hpp"

/// Items of lists as points.
namespace triptych::deck {

/// How many words are said of a head.
inline constexpr std::size_t usual_tail = 12;
/// The most points that are told at length.
inline constexpr std::size_t few_points = 3;
/// How many words are said of a head where a slide of so many points has room.
constexpr std::size_t longest_tail(std::size_t points) { return points <= few_points ? 34 : 20; }

/// What a list leaves each of its items.
struct ItemLimits {
    std::size_t most;               ///< words of what can't be cut
    std::size_t tail = usual_tail;  ///< words of what is said of a head
    bool forbidden = false;         ///< all of them are not to be done, as what leads to them says
};
/// A list item as a point; nothing where it can't be shown within a point's length.
std::optional<Point> point_of(const doc::ListItem& item, const ItemLimits& limits,
                              const Lexicon* lexicon);

/// Whether an item adds to the one before it: "the shed is closed, too".
bool adds_to_last(const doc::ListItem& item, const Lexicon* lexicon);

/// Whether a head says something without what is said of it; "at the front" or "3" does not.
bool stands_as_term(const doc::Inlines& head, const Lexicon* lexicon);

}  // namespace triptych::deck
