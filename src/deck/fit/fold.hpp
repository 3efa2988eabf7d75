#pragma once

#include "deck/deck.hpp"

/// Templates have no place for all that our own slides have: it stands with the text.
namespace triptych::deck {

/// The author's number stands in the title; claim and links of a content slide are paragraphs
/// before and behind its text, links of a cover behind its subtitle. Doing it twice changes
/// nothing.
void fold(Slide& slide);
/// Publisher, version and date stand under the subtitle of the title slide.
void fold_imprint(Deck& deck);

}  // namespace triptych::deck
