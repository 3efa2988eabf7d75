#pragma once

#include <optional>
#include <utility>
#include <vector>

#include "deck/gist/gist.hpp"

/// What stands side by side on a slide.
namespace triptych::deck {

struct Sides {
    PointColumn left, right;
    std::optional<Stances> compared;  ///< they are opposites, or two ways to one end
};

/// Two deeper sections of which both can be shown under their titles.
std::optional<Sides> sections_beside(const Passage& left, const Passage& right,
                                     const Lexicon* lexicon);
/// The two halves of a listing whose comments say which is wrong and which is right, by a sign.
std::optional<Sides> halves_of(const doc::Block& listing);
/// Two tabs, two labelled listings, or a table of two columns whose heads are opposites.
std::optional<Sides> compared_in(const std::vector<const doc::Block*>& blocks,
                                 const Lexicon* lexicon);

}  // namespace triptych::deck
