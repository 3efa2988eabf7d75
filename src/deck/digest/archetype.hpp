#pragma once

#include <vector>

#include "deck/deck.hpp"

namespace triptych::deck {

/// How a slide may be laid out, by what it shows; the best first, never none. Pure.
std::vector<Archetype> fitting(const Slide& slide);

/// Gives every slide from `begin` on that has none yet the first archetype that fits, but never
/// more than three alike in a row where another one fits, too. A pillar's lead-in takes the place
/// of a claim.
void choose_archetypes(std::vector<Slide>& slides, std::size_t begin);

}  // namespace triptych::deck
