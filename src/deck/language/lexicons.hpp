#pragma once

#include "deck/language/lexicon.hpp"

/// The lists of each language that has any, in the parts that a lexicon has.
namespace triptych::deck {

CutWords french_cuts();
LeaningWords french_leaning();
Phrases french_impersonal();  ///< the longest of its lists
AboutWords french_about();
PreparingWords french_preparing();
HeadingWords french_headings();
ContextWords french_context();

CutWords english_cuts();
LeaningWords english_leaning();
AboutWords english_about();
PreparingWords english_preparing();
HeadingWords english_headings();
ContextWords english_context();

}  // namespace triptych::deck
