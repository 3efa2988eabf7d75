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

/// A list item as a point; nothing where it can't be shown within a point's length. `most` is how
/// long it may be where it can't be cut, `tail` what is said of its head.
std::optional<Point> point_of(const doc::ListItem& item, std::size_t most, const Lexicon* lexicon,
                              std::size_t tail = usual_tail);

/// Whether an item adds to the one before it: "the shed is closed, too".
bool adds_to_last(const doc::ListItem& item, const Lexicon* lexicon);

/// Whether a head says something without what is said of it; "at the front" or "3" does not.
bool stands_as_term(const doc::Inlines& head, const Lexicon* lexicon);

}  // namespace triptych::deck
