#pragma once

#include <string>
#include <string_view>

#include "doc/model.hpp"

namespace triptych::markup {

inline constexpr std::string_view lexicon_type = "application/pls+xml";

/// How the words of the book are spoken, for voices that read aloud: a file of the Pronunciation
/// Lexicon Specification 1.0 of the W3C. Empty when the book says nothing of it.
std::string write_lexicon(const doc::Metadata& metadata);

}  // namespace triptych::markup
