#pragma once

#include <cstdint>
#include <vector>

#include "deck/flat/flat_text.hpp"
#include "deck/language/lexicon.hpp"

/// Asides in brackets.
namespace triptych::deck {

/// Which are left out: those that say where to read on, or all that say no more than an aside may.
enum class Asides : std::uint8_t { pointers, all };

/// The sentence without them, and without the spaces before them.
std::vector<Range> without_brackets(const FlatText& flat, Range sentence, const Lexicon& lexicon,
                                    Asides asides);

}  // namespace triptych::deck
