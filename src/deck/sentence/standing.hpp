#pragma once

#include "deck/flat/flat_text.hpp"
#include "deck/language/lexicon.hpp"
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

/// The same under a title that a pronoun at its front may mean, and "this gate" further on.
bool stands_under_title(const FlatText& flat, Range sentence, const doc::Inlines& title,
                        const Lexicon& lexicon);

/// Whether it says what a page holds, or where else to read, more than what it is about.
bool is_about_text(const FlatText& flat, Range sentence, const Lexicon& lexicon);

/// Whether it has a word of the title, whatever its ending; so it does where the title has none.
bool names_subject(const doc::Inlines& words, const doc::Inlines& title, const Lexicon& lexicon);

/// Whether it says no more than its title: "Creates a new gate." under "new Gate()".
bool repeats_title(const doc::Inlines& words, const doc::Inlines& title, const Lexicon& lexicon);

/// Whether what it speaks of comes behind it: "in three steps", "the following tools".
bool announces(const FlatText& flat, Range sentence, const Lexicon& lexicon);

/// Whether it only leads up to the next one: sets the scene, says that something is easy, or goes
/// on with a row of things: "Another way is …".
bool prepares(const FlatText& flat, Range sentence, const Lexicon& lexicon);

/// Whether it may do so, where it names nothing that the title does.
bool may_prepare(const FlatText& flat, Range sentence, const Lexicon& lexicon);

/// "The script creates a gate", "paste the code": it speaks of a listing that neither it nor its
/// title names.
bool speaks_of_listing(const doc::Inlines& words, const doc::Inlines& title,
                       const Lexicon& lexicon);

/// Whether it names something by a name or in code, which may be any part of its subject.
bool names_particular(const doc::Inlines& words);

/// Whether it needs not name what the title does: it says what to do, when, or what for. A thing
/// that it opens with may be any part.
bool speaks_for_itself(const doc::Inlines& words, const Lexicon& lexicon);

/// Whether it says in how many ways, steps or parts, and not which: "in three ways".
bool counts_ways(const FlatText& flat, Range sentence, const Lexicon& lexicon);

/// Whether it says that there are several things, and not which.
bool only_counts(const FlatText& flat, Range sentence, const Lexicon& lexicon);

/// Whether it says that there are many things and nothing else: "there are many ways to close it".
bool only_says_many(const FlatText& flat, Range sentence, const Lexicon& lexicon);

/// "Never do this:", "Erreurs fréquentes": whether what stands under it is not to be done.
bool forbids(const doc::Inlines& words);

/// Whether a lead-in leans on what stands before it, or says no more than where to read.
bool leads_from_before(const FlatText& flat, Range lead, const Lexicon& lexicon);

/// Whether it adds to what was said before it: "La remise ferme également".
bool adds_to_before(const FlatText& flat, Range sentence, const Lexicon& lexicon);

}  // namespace triptych::deck
