#pragma once

#include "deck/digest/lexicon.hpp"

namespace triptych::deck {

const Lexicon& french_lexicon();
const Lexicon& english_lexicon();

}  // namespace triptych::deck
