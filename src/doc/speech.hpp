#pragma once

#include <string>
#include <string_view>

#include "doc/tex.hpp"

/// Formulas in words, for people who hear them.
namespace triptych::doc {

/// What is heard of a formula.
struct Speech {
    std::string words;     ///< never empty
    std::string language;  ///< BCP 47, where it is not the one that was asked for
};

/// `formula` as it is read out, short and without two meanings: in `language`, or in English where
/// it has no words for formulas. What is too long to be followed is its `source`.
Speech spoken(const tex::Nodes& formula, std::string_view source, std::string_view language);

/// Whether there are words for formulas in `language`.
bool can_speak_formulas(std::string_view language);

}  // namespace triptych::doc
