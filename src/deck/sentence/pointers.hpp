#pragma once

#include <vector>

#include "deck/flat/flat_text.hpp"
#include "deck/language/lexicon.hpp"
#include "doc/model.hpp"

/// What sends the reader to another place, in the book or out of it.
namespace triptych::deck {

/// Whether the words are those under or over a picture, table or listing that is counted in the
/// book: "Figure 3: …", "Tableau 2 – …".
bool is_counted_caption(const doc::Inlines& words);

/// The range without an end that only says where to read on: "…, voir l’annexe".
Range without_pointer(const FlatText& flat, Range range, const Lexicon& lexicon);

/// Whether it points at what stands elsewhere in the book: "voir 6.1", "les outils ci-dessus".
bool names_place(const FlatText& flat, Range range);

/// Whether an aside only says where to read on: "(voir l’annexe)".
bool sends_elsewhere(const FlatText& flat, Range inside, const Lexicon& lexicon);

/// Whether a sentence or an item says no more than where to read: "Run gate --help for details.",
/// "Instructions are given in the annex.", "Glossary: gate, hinge."
bool only_sends(const FlatText& flat, Range sentence, const Lexicon& lexicon);

/// Whether a verb that sends the reader elsewhere stands behind a sign, at word `at`: "…, see the
/// rules".
bool sends_on_at(const FlatText& flat, const std::vector<TextWord>& words, std::size_t at,
                 const Lexicon& lexicon);

/// "Every gate is described here": of the book, at word `at`.
bool is_told_here(const std::vector<TextWord>& words, std::size_t at);

/// Whether a counted thing of the book is named at word `at`: "figure 3".
bool names_counted_at(const std::vector<TextWord>& words, std::size_t at);

}  // namespace triptych::deck
