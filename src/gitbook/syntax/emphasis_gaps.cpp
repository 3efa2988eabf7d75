#include "gitbook/syntax/emphasis_gaps.hpp"

#include <unicode/uchar.h>

#include "base/text.hpp"

namespace triptych::gitbook {
namespace {

/// The last code point of `text`, or 0.
char32_t last_of(std::string_view text) {
    if (text.empty()) return 0;
    std::size_t at = text.size() - 1;
    while (at > 0 && text.size() - at < 4 && (text[at] & 0xC0) == 0x80) --at;
    return text::next_code_point(text, at);
}

char32_t first_of(std::string_view text) {
    std::size_t at = 0;
    return text.empty() ? 0 : text::next_code_point(text, at);
}

bool is_space(char32_t c) { return c == 0 || u_isUWhiteSpace(static_cast<UChar32>(c)) != 0; }
bool is_punctuation(char32_t c) { return u_ispunct(static_cast<UChar32>(c)) != 0; }

/// Letters, punctuation and full-width forms of Chinese, Japanese and Korean.
bool is_east_asian(char32_t c) {
    return (c >= 0x1100 && c <= 0x11FF) || (c >= 0x2E80 && c <= 0xA4CF) ||
           (c >= 0xAC00 && c <= 0xD7FF) || (c >= 0xF900 && c <= 0xFAFF) ||
           (c >= 0xFE30 && c <= 0xFE4F) || (c >= 0xFF00 && c <= 0xFFEF) ||
           (c >= 0x20000 && c <= 0x3FFFF);
}

}  // namespace

EmphasisGaps emphasis_gaps(std::string_view before, std::string_view behind) {
    const char32_t left = last_of(before), right = first_of(behind);
    if (is_space(left) || is_space(right)) return {};
    if (!is_east_asian(left) && !is_east_asian(right)) return {};
    const bool left_mark = is_punctuation(left), right_mark = is_punctuation(right);
    return {right_mark && !left_mark, left_mark && !right_mark};
}

}  // namespace triptych::gitbook
