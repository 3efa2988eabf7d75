#pragma once

#include <cstddef>
#include <optional>
#include <vector>

#include "deck/gist/passage.hpp"
#include "deck/gist/point.hpp"
#include "deck/language/lexicon.hpp"
#include "doc/model.hpp"

/// Points of what is no list.
namespace triptych::deck {

using FlatBlocks = std::vector<const doc::Block*>;

/// Headings, then details, with what is said under them.
PointColumn points_of_headings(const std::vector<const Passage*>& children,
                               const FlatBlocks& blocks, const Lexicon* lexicon);
bool holds_details(const FlatBlocks& blocks);

/// The titles of the first tabs, or of the first cards; no points where there are none.
PointColumn tabs_in(const FlatBlocks& blocks, const Lexicon* lexicon);
PointColumn cards_in(const FlatBlocks& blocks, const Lexicon* lexicon);

/// The paragraphs that open with a term in bold; one alone is none.
std::vector<std::size_t> terms_in(const FlatBlocks& blocks);
PointColumn points_of_terms(const FlatBlocks& blocks, const std::vector<std::size_t>& terms,
                            const Lexicon* lexicon);

/// First sentences of the paragraphs behind the one that has the claim. Without a claim, what
/// stands behind a listing or table is left out, since it speaks of that.
PointColumn first_sentences(const FlatBlocks& blocks, std::optional<std::size_t> claimed,
                            const Lexicon* lexicon);

}  // namespace triptych::deck
