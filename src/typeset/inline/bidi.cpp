#include "typeset/inline/bidi.hpp"

#include <algorithm>
#include <memory>
#include <numeric>
#include <string>

#include <unicode/ubidi.h>
#include <unicode/uchar.h>

#include "base/ascii.hpp"
#include "base/language_tag.hpp"
#include "base/text.hpp"

namespace triptych::typeset {

namespace {

struct Close {
    void operator()(UBiDi* bidi) const { ubidi_close(bidi); }
};

constexpr char16_t left_to_right_isolate = 0x2066, first_strong_isolate = 0x2068,
                   end_of_isolate = 0x2069;

/// UTF-16 with the byte offset of every unit and of the end. Signs of isolates have the offset of
/// what stands behind them.
struct Units {
    std::u16string text;
    std::vector<std::uint32_t> offsets;
    std::vector<bool> inserted;

    void add(char16_t unit, std::uint32_t offset, bool is_inserted = false) {
        text += unit;
        offsets.push_back(offset);
        inserted.push_back(is_inserted);
    }
};

Units to_units(std::string_view text, std::span<const Isolate> isolates) {
    Units units;
    units.text.reserve(text.size());
    std::size_t next = 0;
    bool inside = false;
    for (std::size_t at = 0; at <= text.size();) {
        const auto offset = static_cast<std::uint32_t>(at);
        if (inside && isolates[next].end <= at) {
            units.add(end_of_isolate, offset, true);
            inside = false;
            ++next;
        }
        if (!inside && next < isolates.size() && isolates[next].begin <= at && at < text.size()) {
            const bool to_right = isolates[next].direction == Isolate::Direction::to_right;
            units.add(to_right ? left_to_right_isolate : first_strong_isolate, offset, true);
            inside = true;
        }
        if (at == text.size()) break;
        const char32_t c = text::next_code_point(text, at);
        if (c > 0xFFFF) {
            units.add(static_cast<char16_t>(0xD7C0 + (c >> 10)), offset);
            units.add(static_cast<char16_t>(0xDC00 + (c & 0x3FF)), offset);
        } else {
            units.add(static_cast<char16_t>(c), offset);
        }
    }
    return units;
}

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

/// The signs of isolates part what stands beside each other, and are not drawn: what reads as the
/// paragraph does has the paragraph's own level, so as not to join what reads the other way.
void lower_isolates(const Units& units, UBiDiLevel base, std::vector<UBiDiLevel>& levels) {
    std::size_t begin = 0;
    for (std::size_t i = 0; i < levels.size(); ++i) {
        if (!units.inserted[i]) continue;
        const bool ends = units.text[i] == end_of_isolate;
        const auto from = levels.begin() + static_cast<std::ptrdiff_t>(begin);
        const auto to = levels.begin() + static_cast<std::ptrdiff_t>(i);
        if (ends && from < to && *std::min_element(from, to) >= base + 2)
            std::for_each(from, to, [](UBiDiLevel& level) { level -= 2; });
        begin = i + 1;
    }
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

std::vector<Isolate> technical_words(std::string_view text) {
    std::vector<Isolate> found;
    const auto add = [&](std::size_t begin, std::size_t end) {
        found.push_back({static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(end),
                         Isolate::Direction::to_right});
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

std::vector<LevelRun> level_runs(std::string_view text, ParagraphDirection direction,
                                 std::span<const Isolate> isolates) {
    const bool to_left = direction == ParagraphDirection::to_left;
    const std::vector<LevelRun> plain = {
        {0, static_cast<std::uint32_t>(text.size()), static_cast<std::uint8_t>(to_left ? 1 : 0)}};
    const Units units = to_units(text, isolates);
    const std::unique_ptr<UBiDi, Close> bidi(ubidi_open());
    UErrorCode status = U_ZERO_ERROR;
    ubidi_setPara(bidi.get(), units.text.data(), static_cast<std::int32_t>(units.text.size()),
                  plain.front().level, nullptr, &status);
    if (U_FAILURE(status) || units.text.empty()) return plain;
    const UBiDiLevel* given = ubidi_getLevels(bidi.get(), &status);
    if (U_FAILURE(status)) return plain;
    std::vector<UBiDiLevel> levels(given, given + units.text.size());
    lower_isolates(units, plain.front().level, levels);
    std::vector<LevelRun> runs;
    for (std::size_t i = 0; i < units.text.size(); ++i) {
        if (units.inserted[i]) continue;
        if (!runs.empty() && runs.back().level == levels[i]) continue;
        if (!runs.empty()) runs.back().end = units.offsets[i];
        runs.push_back({units.offsets[i], 0, levels[i]});
    }
    if (runs.empty()) return plain;
    runs.back().end = static_cast<std::uint32_t>(text.size());
    return runs;
}

bool letters_join(std::string_view text, std::size_t at) {
    const auto type = [](char32_t c) {
        return u_getIntPropertyValue(static_cast<UChar32>(c), UCHAR_JOINING_TYPE);
    };
    if (at == 0 || at >= text.size()) return false;
    std::size_t behind = at;
    const int next = type(text::next_code_point(text, behind));
    if (next != U_JT_DUAL_JOINING && next != U_JT_RIGHT_JOINING && next != U_JT_JOIN_CAUSING)
        return false;
    for (std::size_t before = at; before > 0;) {
        do --before;
        while (before > 0 && (static_cast<unsigned char>(text[before]) & 0xC0U) == 0x80U);
        std::size_t read = before;
        const int last = type(text::next_code_point(text, read));
        if (last == U_JT_TRANSPARENT) continue;
        return last == U_JT_DUAL_JOINING || last == U_JT_LEFT_JOINING || last == U_JT_JOIN_CAUSING;
    }
    return false;
}

std::vector<std::uint32_t> visual_order(std::span<const std::uint8_t> levels) {
    std::vector<std::uint32_t> order(levels.size());
    std::iota(order.begin(), order.end(), 0U);
    if (levels.empty()) return order;
    const std::uint8_t highest = *std::max_element(levels.begin(), levels.end());
    for (std::uint8_t level = highest; level > 0; --level) {
        for (std::size_t i = 0; i < levels.size();) {
            if (levels[i] < level) {
                ++i;
                continue;
            }
            std::size_t end = i;
            while (end < levels.size() && levels[end] >= level) ++end;
            std::reverse(order.begin() + static_cast<std::ptrdiff_t>(i),
                         order.begin() + static_cast<std::ptrdiff_t>(end));
            i = end;
        }
    }
    return order;
}

}  // namespace triptych::typeset
