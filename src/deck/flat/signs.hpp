#pragma once

#include <cstddef>
#include <vector>

#include "deck/flat/flat_text.hpp"

/// The characters of a text, with the brackets and quotes around them.
namespace triptych::deck {

bool is_blank_sign(char32_t c);
bool is_opening(char32_t c);  ///< a bracket or a quote
bool is_closing(char32_t c);
bool is_stop(char32_t c);  ///< ends a sentence, or may

/// A character of a text with where it stands.
struct Sign {
    char32_t c = 0;
    std::size_t begin = 0, end = 0;
    int depth = 0;  ///< of brackets and quotes around it
};

/// The characters of a range. Quotes and brackets that are never closed enclose nothing.
std::vector<Sign> signs_of(const FlatText& flat, Range range);

}  // namespace triptych::deck
