#pragma once

#include <string>
#include <string_view>

#include "doc/tex.hpp"

/// Formulas in words, for people who hear them.
namespace triptych::doc {

/// `formula` as it is read out, short and without two meanings, where `language` is French or
/// English; what is too long to be followed, and in other languages every formula, is its
/// `source`. Never empty.
std::string spoken(const tex::Nodes& formula, std::string_view source, std::string_view language);

}  // namespace triptych::doc
