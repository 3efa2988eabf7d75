#pragma once

#include "deck/digest/lexicon.hpp"

namespace triptych::deck {

const Lexicon& french_lexicon();
Phrases french_deictic();
Phrases french_filler();
const Lexicon& english_lexicon();

}  // namespace triptych::deck
