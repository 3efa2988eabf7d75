#pragma once

#include <optional>

#include "deck/deck.hpp"
#include "deck/language/lexicon.hpp"

/// How two things that stand side by side are meant.
namespace triptych::deck {

/// By the sign in the label ("❌", "✅") or its words ("Avant", "À éviter").
Stance stance_of(const doc::Inlines& label, const Lexicon* lexicon);
/// Of two labels that are each other's opposite; nothing for others.
std::optional<Stances> stances_of(const doc::Inlines& left, const doc::Inlines& right,
                                  const Lexicon* lexicon);

/// A label without signs and emoji around its words; nothing where it has no words.
doc::Inlines label_words(const doc::Inlines& label);
/// Words for a label that is a sign alone.
doc::Inlines words_for(Stance stance, std::string_view language, Span span);

}  // namespace triptych::deck
