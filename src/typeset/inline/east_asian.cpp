#include "typeset/inline/east_asian.hpp"

#include <algorithm>

#include <unicode/uchar.h>

namespace triptych::typeset {
namespace {

using font::HanForm;

constexpr std::int32_t half = 500, quarter = 250, eighth = 125;
/// What the gap between two ideographs gives in a line that is to be filled.
constexpr std::int32_t between_ideographs = 50, between_words = 30;
constexpr std::int32_t counter_penalty = 150, small_kana_penalty = 200, hangul_penalty = 500;

bool is_among(std::u32string_view signs, char32_t c) {
    return signs.find(c) != std::u32string_view::npos;
}
/// Kana and Chinese characters, which nearly all of a text is made of: they are no signs.
bool is_plain_letter(char32_t c) {
    return (c >= 0x3041 && c <= 0x30FA) || (c >= 0x3400 && c <= 0x9FFF);
}
/// The sign of long vowels, too.
bool is_small_kana(char32_t c) {
    switch (c) {
        case U'ぁ':
        case U'ぃ':
        case U'ぅ':
        case U'ぇ':
        case U'ぉ':
        case U'っ':
        case U'ゃ':
        case U'ゅ':
        case U'ょ':
        case U'ゎ':
        case U'ゕ':
        case U'ゖ':
        case U'ァ':
        case U'ィ':
        case U'ゥ':
        case U'ェ':
        case U'ォ':
        case U'ッ':
        case U'ャ':
        case U'ュ':
        case U'ョ':
        case U'ヮ':
        case U'ヵ':
        case U'ヶ':
        case U'ー':
            return true;
        default:
            return c >= 0x31F0 && c <= 0x31FF;
    }
}
bool is_opening(char32_t c) {
    switch (c) {
        case U'（':
        case U'「':
        case U'『':
        case U'【':
        case U'〈':
        case U'《':
        case U'〔':
        case U'［':
        case U'｛':
        case U'〖':
        case U'〘':
        case U'〝':
        case U'‘':
        case U'“':
            return true;
        default:
            return false;
    }
}
bool is_closing(char32_t c) {
    switch (c) {
        case U'）':
        case U'」':
        case U'』':
        case U'】':
        case U'〉':
        case U'》':
        case U'〕':
        case U'］':
        case U'｝':
        case U'〗':
        case U'〙':
        case U'〟':
        case U'’':
        case U'”':
            return true;
        default:
            return false;
    }
}
bool is_comma(char32_t c) { return c == U'、' || c == U'，'; }
bool is_stop(char32_t c) { return c == U'。' || c == U'．'; }
bool is_colon(char32_t c) { return c == U'：' || c == U'；'; }
bool is_shout(char32_t c) { return c == U'！' || c == U'？'; }

/// Figures of all kinds.
bool is_number(char32_t c) {
    switch (c) {
        case U'一':
        case U'二':
        case U'三':
        case U'四':
        case U'五':
        case U'六':
        case U'七':
        case U'八':
        case U'九':
        case U'十':
        case U'百':
        case U'千':
        case U'万':
        case U'零':
        case U'〇':
        case U'两':
            return true;
        default:
            return (c >= '0' && c <= '9') || (c >= U'０' && c <= U'９');
    }
}

}  // namespace

bool is_ideographic(char32_t c) {
    if (c < 0x2E80) return false;
    if (c <= 0x312F) return c != 0x3000;
    return (c >= 0x31A0 && c <= 0x9FFF) || (c >= 0xF900 && c <= 0xFAFF) ||
           (c >= 0xFE30 && c <= 0xFE4F) || (c >= 0xFF01 && c <= 0xFF9F) ||
           (c >= 0x1B000 && c <= 0x1B16F) || (c >= 0x20000 && c <= 0x3FFFD);
}

bool is_hangul(char32_t c) {
    return (c >= 0xAC00 && c <= 0xD7FB) || (c >= 0x1100 && c <= 0x11FF) ||
           (c >= 0x3131 && c <= 0x318E) || (c >= 0xA960 && c <= 0xA97C);
}

bool is_southeast_asian(char32_t c) {
    return (c >= 0x0E00 && c <= 0x0EFF) || (c >= 0x1000 && c <= 0x109F) ||
           (c >= 0x1780 && c <= 0x17FF) || (c >= 0xA9E0 && c <= 0xA9FF) ||
           (c >= 0xAA60 && c <= 0xAA7F);
}

bool is_kana(char32_t c) { return c >= 0x3041 && c <= 0x30FF; }

bool is_western(char32_t c) {
    return (c < 0x530 || (c >= 0x1E00 && c < 0x2000)) && u_isalnum(static_cast<UChar32>(c));
}

bool has_emphasis_dots(std::string_view language) {
    const auto form = font::han_form(language);
    return form && *form != HanForm::korean;
}

bool is_wide_stop(char32_t c) { return is_comma(c) || is_stop(c); }

Blank blank_of(char32_t c, HanForm form) {
    const bool simplified = form == HanForm::simplified;
    const bool middle = form == HanForm::traditional || form == HanForm::hong_kong;
    if (c < 0x2000 || is_plain_letter(c)) return {};
    if (is_opening(c)) return {half, 0};
    if (is_closing(c)) return {0, half};
    if (is_comma(c) || is_stop(c)) return middle ? Blank{quarter, quarter} : Blank{0, half};
    if (c == U'・') return {quarter, quarter};
    if (is_colon(c)) return simplified ? Blank{0, half} : Blank{quarter, quarter};
    if (is_shout(c) && simplified) return {0, half};
    return {};
}

/// Between two signs only one of their blanks is left, inside a row of brackets none.
Gap gap_between(char32_t before, char32_t behind, HanForm form) {
    if (before < 0x0E00 && behind < 0x0E00) return {};
    if (is_plain_letter(before) && is_plain_letter(behind)) return {0, between_ideographs, 0};
    if (is_southeast_asian(before) && is_southeast_asian(behind)) return {0, between_words, 0};
    if (is_hangul(before) || is_hangul(behind)) return {};
    const bool wide_before = is_ideographic(before), wide_behind = is_ideographic(behind);
    if (!wide_before && !wide_behind) return {};
    const bool signs =
        is_opening(before) || is_closing(before) || is_opening(behind) || is_closing(behind);
    const Blank left = blank_of(before, form), right = blank_of(behind, form);
    if (!signs && ((wide_before && left.right == 0 && is_western(behind)) ||
                   (wide_behind && right.left == 0 && is_western(before))))
        return {quarter, eighth, eighth};
    if (!wide_before || !wide_behind) return {};
    const bool closes = is_closing(behind) || is_comma(behind) || is_stop(behind);
    Gap gap{0, between_ideographs, 0};
    if (left.right == half && right.left == half) return {-half, between_ideographs, half};
    if (left.right == half && closes) return {-half, 0, 0};
    if (right.left == half && is_opening(before)) return {-half, 0, 0};
    if (!is_stop(before)) gap.shrink += left.right;
    gap.shrink += right.left;
    return gap;
}

std::int32_t break_cost(char32_t before, char32_t behind, style::Kinsoku kinsoku) {
    if (is_hangul(before) || is_hangul(behind)) return hangul_penalty;
    if (kinsoku == style::Kinsoku::normal && is_small_kana(behind)) return small_kana_penalty;
    const bool letters = is_plain_letter(before) && is_plain_letter(behind);
    if (letters && (behind < 0x3400 || !is_number(before))) return 0;
    const bool is_loose = kinsoku == style::Kinsoku::loose;
    if (is_among(U"—―～／｜…‥", behind) || is_among(U"＃№", before)) return no_break_here;
    if (!is_loose && is_among(U"·〃〻", behind)) return no_break_here;
    if (is_number(before) && is_among(U"日月年時时分秒円元人個个页頁章节節条條％回件名", behind))
        return counter_penalty;
    return 0;
}

}  // namespace triptych::typeset
