#pragma once

/// Kinds of ASCII characters, whatever the locale. Bytes and code points beyond ASCII are of none.
namespace triptych::ascii {

constexpr bool is_digit(char32_t c) { return c >= '0' && c <= '9'; }
constexpr bool is_lower(char32_t c) { return c >= 'a' && c <= 'z'; }
constexpr bool is_upper(char32_t c) { return c >= 'A' && c <= 'Z'; }
constexpr bool is_letter(char32_t c) { return is_lower(c) || is_upper(c); }
constexpr bool is_alphanumeric(char32_t c) { return is_letter(c) || is_digit(c); }
/// Space, tab, line feed, vertical tab, form feed, carriage return.
constexpr bool is_space(char32_t c) { return c == ' ' || (c >= '\t' && c <= '\r'); }
constexpr char to_lower(char c) { return is_upper(c) ? static_cast<char>(c + 32) : c; }

}  // namespace triptych::ascii
