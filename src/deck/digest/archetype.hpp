#pragma once

#include "deck/deck.hpp"
#include "deck/digest/gist.hpp"

namespace triptych::deck {

/// How a slide is laid out that shows `gist`: the first archetype that fits. Pure.
Archetype archetype_of(const Slide& slide, const Gist& gist);

}  // namespace triptych::deck
