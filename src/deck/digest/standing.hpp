#pragma once

#include "deck/digest/lexicon.hpp"
#include "deck/flat/flat_text.hpp"
#include "doc/model.hpp"

/// Which sentences can be read without what stands around them in the book.
namespace triptych::deck {

/// A small letter of French or English.
constexpr bool is_small_letter(char32_t c) {
    return (c >= U'a' && c <= U'z') || (c >= 0xE0 && c <= 0xFE && c != 0xF7);
}

/// Whether a sentence leans on nothing before it and sends the reader nowhere else. It may be
/// long, a question or taken back by the next one.
bool stands_alone(const FlatText& flat, Range sentence, const Lexicon& lexicon);

/// Whether the words are those under or over a picture, table or listing that is counted in the
/// book: "Figure 3: …", "Tableau 2 – …".
bool is_counted_caption(const doc::Inlines& words);

/// Whether an aside only says where to read on: "(voir l’annexe)".
bool sends_elsewhere(const FlatText& flat, Range inside, const Lexicon& lexicon);

}  // namespace triptych::deck
