#include "base/reading_direction.hpp"

#include <algorithm>

#include <unicode/uchar.h>

#include "base/ascii.hpp"
#include "base/language_tag.hpp"
#include "base/text.hpp"

namespace triptych {

namespace {

enum class Strength : std::uint8_t { none, left, right };

Strength strength_of(char32_t c) {
    if (c < 0x80) {
        const bool letter = (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z');
        return letter ? Strength::left : Strength::none;
    }
    switch (u_charDirection(static_cast<UChar32>(c))) {
        case U_LEFT_TO_RIGHT:
            return Strength::left;
        case U_RIGHT_TO_LEFT:
        case U_RIGHT_TO_LEFT_ARABIC:
            return Strength::right;
        default:
            return Strength::none;
    }
}

constexpr std::string_view range_dash = "\xE2\x80\x93";

bool is_ascii_word(char c) { return c > ' ' && c < 0x7F; }

/// A word of ASCII alone that is no word of prose.
bool is_technical(std::string_view word) {
    const auto is_letter = [&](std::size_t at) {
        return at < word.size() && ascii::is_letter(static_cast<unsigned char>(word[at]));
    };
    const auto is_digit = [&](std::size_t at) {
        return at < word.size() && ascii::is_digit(static_cast<unsigned char>(word[at]));
    };
    bool sign = false, figures = false;
    for (std::size_t i = 0; i < word.size(); ++i) {
        const bool joins = std::string_view("@/\\_=&#:~").find(word[i]) != std::string_view::npos;
        const bool between = std::string_view(".-").find(word[i]) != std::string_view::npos;
        const bool letters = i > 0 && (is_letter(i - 1) || is_letter(i + 1)) && i + 1 < word.size();
        sign = sign || (joins && word.size() > 2) || (between && letters);
        figures = figures || (i > 0 && is_digit(i - 1) && is_digit(i + 1) && between);
    }
    return sign || figures || (word.size() > 1 && word[0] == '-' && !is_digit(1));
}

/// The end of figures that go on from `at` over signs, and in a telephone number over spaces
/// ("+33 1 40"): the last digit.
std::size_t end_of_number(std::string_view text, std::size_t at) {
    constexpr std::size_t longest = 40;
    const bool phone = text[at] == '+';
    text = text.substr(0, at + longest);
    std::size_t end = at;
    while (at < text.size()) {
        const char c = text[at];
        if (ascii::is_digit(static_cast<unsigned char>(c)) || c == '+') {
            end = ++at;
        } else if ((phone && (c == ' ' || c == '(' || c == ')')) || c == '-' || c == '.') {
            ++at;
        } else if (text.substr(at).starts_with(range_dash)) {
            at += range_dash.size();
        } else {
            break;
        }
        if (at > end + 3) break;
    }
    return end;
}

}  // namespace

ParagraphDirection paragraph_direction(std::string_view text, std::string_view language) {
    const bool to_left = is_right_to_left(language);
    std::size_t left = 0, right = 0;
    Strength first = Strength::none;
    for (std::size_t at = 0; at < text.size();) {
        const Strength strength = strength_of(text::next_code_point(text, at));
        if (first == Strength::none) first = strength;
        left += strength == Strength::left ? 1 : 0;
        right += strength == Strength::right ? 1 : 0;
    }
    const bool other = to_left ? left > right : right > left;
    if (!other) return to_left ? ParagraphDirection::to_left : ParagraphDirection::to_right;
    return first == Strength::right ? ParagraphDirection::to_left : ParagraphDirection::to_right;
}

std::vector<TextRange> technical_words(std::string_view text) {
    std::vector<TextRange> found;
    const auto add = [&](std::size_t begin, std::size_t end) {
        found.push_back({static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(end)});
    };
    for (std::size_t at = 0; at < text.size();) {
        if (!is_ascii_word(text[at])) {
            ++at;
            continue;
        }
        const bool starts = at == 0 || !is_ascii_word(text[at - 1]);
        const bool figure = ascii::is_digit(static_cast<unsigned char>(text[at]));
        if (starts && (text[at] == '+' || figure)) {
            const std::size_t end = end_of_number(text, at);
            const std::string_view number = text.substr(at, end - at);
            const bool phone = text[at] == '+';
            const bool range = number.find(range_dash) != std::string_view::npos;
            if (end > at + 1 && (phone || range)) {
                add(at, end);
                at = end;
                continue;
            }
        }
        std::size_t end = at;
        while (end < text.size() && is_ascii_word(text[end])) ++end;
        std::size_t begin = at;
        at = end;
        while (begin < end && std::string_view("(\"'[").find(text[begin]) != std::string_view::npos)
            ++begin;
        while (end > begin &&
               std::string_view(".,;:!?)]\"'").find(text[end - 1]) != std::string_view::npos)
            --end;
        if (is_technical(text.substr(begin, end - begin))) add(begin, end);
    }
    return found;
}

bool may_read_to_left(std::string_view text) {
    // The first bytes of U+0590 to U+07FF, then of the two blocks of Arabic forms.
    return std::any_of(text.begin(), text.end(), [](char c) {
        const auto byte = static_cast<unsigned char>(c);
        return (byte >= 0xD6 && byte <= 0xDF) || byte == 0xEF;
    });
}

}  // namespace triptych
