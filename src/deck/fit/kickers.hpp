#pragma once

#include "deck/deck.hpp"
#include "deck/setting/setting.hpp"

namespace triptych::deck {

/// Marks the slides whose kicker has no room for the whole heading above, and puts that heading in
/// front of their notes.
void keep_cut_kickers(Deck& deck, const Settings& settings);

}  // namespace triptych::deck
