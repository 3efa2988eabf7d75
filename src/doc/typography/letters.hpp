#pragma once

#include <string_view>

#include "base/ascii.hpp"
#include "base/is_one_of.hpp"

/// Kinds of characters, as far as the typography of Latin-script texts tells them apart.
namespace triptych::doc::typography {

inline constexpr char32_t edge = 0;             ///< what stands before the first letter
inline constexpr char32_t object = 0xFFFC;      ///< code, a formula, a picture in the line
inline constexpr char32_t line_break = 0x2028;  ///< a line break of the author's
inline constexpr char32_t no_break = 0xA0;
inline constexpr char32_t thin_no_break = 0x202F;

using ascii::is_digit;

constexpr bool is_upper(char32_t c) {
    return ascii::is_upper(c) || (c >= 0xC0 && c <= 0xDE && c != 0xD7) || c == 0x152;
}

/// Letters of the scripts of the Basic Multilingual Plane, marks among them; no symbol, no emoji.
constexpr bool is_letter(char32_t c) {
    if (c < 0xC0) return ascii::is_letter(c) || c == 0xAA || c == 0xBA;
    if (c == 0xD7 || c == 0xF7) return false;
    return c < 0x2000 || (c >= 0x2C00 && c < 0x2E00) || (c >= 0x3040 && c < 0xD800) ||
           (c >= 0xF900 && c < 0xFDD0);
}

constexpr bool is_alphanumeric(char32_t c) { return is_letter(c) || is_digit(c); }

/// A space where a line may break.
constexpr bool is_breaking_space(char32_t c) { return c == ' ' || c == '\n' || c == '\t'; }

constexpr bool is_space(char32_t c) {
    return is_breaking_space(c) || c == no_break || c == thin_no_break || c == 0x2009;
}

/// Nothing, a space or a line break.
constexpr bool is_gap(char32_t c) { return c == edge || c == line_break || is_space(c); }

/// Small letters, spaces and commas: what no rule begins at, and most of any text.
constexpr bool is_quiet(char32_t c) {
    return ascii::is_lower(c) || is_breaking_space(c) || c == ',' || (c >= 0xDF && is_letter(c));
}

}  // namespace triptych::doc::typography
