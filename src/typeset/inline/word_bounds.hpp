#pragma once

#include <cstddef>
#include <string_view>

/// Where the words of a paragraph begin and end.
namespace triptych::typeset {

inline constexpr std::string_view no_break_space = "\xC2\xA0";

inline bool is_no_break_space(std::string_view text, std::size_t at) {
    return text.substr(at, no_break_space.size()) == no_break_space;
}
/// Part of a word: neither a space nor the end of a line.
inline bool is_word_byte(std::string_view text, std::size_t at) {
    return text[at] != ' ' && text[at] != '\n' && !is_no_break_space(text, at);
}
/// A space in front of a sign that closes, or behind one that opens, is no break (UAX 14, LB13 and
/// LB14), even where the author typed a plain one.
bool belongs_together(std::string_view text, std::size_t space);
/// Where a text longer than `longest_shaped` is cut: at the start of a code point.
std::size_t shaped_end(std::string_view text, std::size_t begin, std::size_t end);

}  // namespace triptych::typeset
