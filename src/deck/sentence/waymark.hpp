#pragma once

#include "deck/language/lexicon.hpp"
#include "doc/model.hpp"

/// Lines that are no content: they lead the reader of a book from page to page.
namespace triptych::deck {

/// Whether a line only leads to another page, in whatever language: "<< Retour à l’accueil",
/// "Previous | Next", "Back to top", or says what a manual page is part of.
bool is_waymark(const doc::Inlines& line);

/// Whether a line is what manuals put at the foot of their pages, their name and version: "Gate —
/// User manual v2.4 (stable)".
bool is_imprint(const doc::Inlines& line);

/// Whether a label says nothing without what stands under it: "Synopsis", "Please note".
bool is_empty_label(const doc::Inlines& label, const Lexicon& lexicon);

/// Whether it says nothing beside such labels: "Options".
bool is_empty_beside(const doc::Inlines& label, const Lexicon& lexicon);

/// Whether what is said of an empty label is that there is nothing: "Returns: undefined".
bool says_nothing(const doc::Inlines& label, const doc::Inlines& said, const Lexicon& lexicon);

}  // namespace triptych::deck
