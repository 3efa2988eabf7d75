#include "base/title_text.hpp"

#include <algorithm>

#include <unicode/uchar.h>

#include "base/text.hpp"

namespace triptych::text {
namespace {

constexpr char32_t joiner = 0x200D, emoji_selector = 0xFE0F, no_break_space = 0xA0,
                   narrow_no_break_space = 0x202F;
/// Pictographs below it are signs and arrows unless they are marked as emoji (UTS 51 §1.4).
constexpr char32_t first_plain_pictograph = 0x2300;

bool is_regional(char32_t c) { return c >= 0x1F1E6 && c <= 0x1F1FF; }

/// Skin tones, selectors, joiners and tags: they belong to the pictograph before them.
bool goes_on(char32_t c) {
    return c == joiner || c == emoji_selector || (c >= 0x1F3FB && c <= 0x1F3FF) ||
           (c >= 0xE0020 && c <= 0xE007F);
}

bool has(char32_t c, UProperty property) {
    return u_hasBinaryProperty(static_cast<UChar32>(c), property) != 0;
}

bool is_space(char32_t c) { return c == ' ' || c == no_break_space || c == narrow_no_break_space; }

char32_t peek(std::string_view text, std::size_t at) {
    return at < text.size() ? next_code_point(text, at) : 0;
}

bool begins_pictograph(char32_t c, char32_t next) {
    if (is_regional(c)) return true;
    if (c < 0xA9 || !has(c, UCHAR_EXTENDED_PICTOGRAPHIC)) return false;
    return c >= first_plain_pictograph || next == emoji_selector;
}

/// The end of the pictograph at `at` with all that is joined to it, or `at`.
std::size_t end_of_pictograph(std::string_view text, std::size_t at) {
    std::size_t end = at;
    const char32_t c = next_code_point(text, end);
    if (!begins_pictograph(c, peek(text, end))) return at;
    for (bool joined = false; end < text.size();) {
        std::size_t next = end;
        const char32_t mark = next_code_point(text, next);
        if (!joined && !goes_on(mark)) break;
        joined = mark == joiner;
        end = next;
    }
    return end;
}

std::size_t end_of_spaces(std::string_view text, std::size_t at) {
    while (is_space(peek(text, at))) next_code_point(text, at);
    return at;
}

}  // namespace

std::size_t leading_pictographs(std::string_view text) {
    std::size_t at = 0;
    while (at < text.size()) {
        const std::size_t end = end_of_pictograph(text, at);
        if (end == at) break;
        at = end_of_spaces(text, end);
    }
    return at;
}

std::string_view without_leading_pictographs(std::string_view text) {
    const std::string_view rest = text.substr(leading_pictographs(text));
    return rest.empty() ? text : rest;
}

std::string without_pictographs(std::string_view text) {
    std::string kept;
    for (std::size_t at = 0; at < text.size();) {
        const std::size_t end = end_of_pictograph(text, at);
        if (end > at) {
            const bool apart = kept.empty() || kept.back() == ' ';
            at = apart ? end_of_spaces(text, end) : end;
            continue;
        }
        const char32_t c = next_code_point(text, at);
        append_code_point(kept, c);
    }
    return kept.find_first_not_of(' ') == std::string::npos ? std::string(text) : kept;
}

std::string title_key(std::string_view title) {
    std::string seen;
    bool parted = false;
    for (std::size_t at = 0; at < title.size();) {
        const char32_t c = next_code_point(title, at);
        if (u_isUWhiteSpace(static_cast<UChar32>(c)) != 0) {
            parted = !seen.empty();
            continue;
        }
        if (has(c, UCHAR_DEFAULT_IGNORABLE_CODE_POINT) || u_iscntrl(static_cast<UChar32>(c)) != 0)
            continue;
        if (parted) seen += ' ';
        parted = false;
        append_code_point(seen, c);
    }
    return nfc(seen);
}

std::size_t count_characters(std::string_view text) {
    return static_cast<std::size_t>(
        std::count_if(text.begin(), text.end(), [](char byte) { return (byte & 0xC0) != 0x80; }));
}

std::string_view first_characters(std::string_view text, std::size_t count) {
    std::size_t end = 0;
    for (std::size_t behind = 0; end < text.size(); end = behind) {
        const auto c = static_cast<UChar32>(next_code_point(text, behind));
        if (u_hasBinaryProperty(c, UCHAR_GRAPHEME_EXTEND) != 0) continue;
        if (count-- == 0) break;
    }
    return text.substr(0, end);
}

bool is_all_capitals(std::string_view text) {
    bool has_capitals = false;
    for (std::size_t at = 0; at < text.size();) {
        const auto c = static_cast<UChar32>(next_code_point(text, at));
        if (u_islower(c) != 0) return false;
        has_capitals = has_capitals || u_isupper(c) != 0;
    }
    return has_capitals;
}

}  // namespace triptych::text
