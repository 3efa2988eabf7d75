#pragma once

#include <cstddef>
#include <optional>

#include "deck/gist/point.hpp"
#include "deck/language/lexicon.hpp"
#include "doc/model.hpp"

/// Items of lists as points.
namespace triptych::deck {

/// A list item as a point; nothing where it can't be shown within a point's length. `most` is how
/// long it may be where it can't be cut.
std::optional<Point> point_of(const doc::ListItem& item, std::size_t most, const Lexicon* lexicon);

/// Whether an item adds to the one before it: "the shed is closed, too".
bool adds_to_last(const doc::ListItem& item, const Lexicon* lexicon);

/// Whether a head says something without what is said of it; "at the front" or "3" does not.
bool stands_as_term(const doc::Inlines& head, const Lexicon* lexicon);

}  // namespace triptych::deck
