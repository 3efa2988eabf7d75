#pragma once

#include <cstdint>
#include <string_view>

#include "font/script_packs.hpp"
#include "style/sheet.hpp"

/// Spaces between and inside signs as wide as an ideograph (W3C, "Requirements for Japanese Text
/// Layout" and "Requirements for Chinese Text Layout"). Distances are in thousandths of the size.
namespace triptych::typeset {

/// What stands between two characters beside the blank that is part of them.
struct Gap {
    std::int32_t width = 0, stretch = 0, shrink = 0;
    bool is_any() const { return width != 0 || stretch != 0 || shrink != 0; }
};

/// Parts of a sign of full width that its ink leaves free.
struct Blank {
    std::int32_t left = 0, right = 0;
};

/// Chinese characters, kana and what belongs to them, signs too; not hangul.
bool is_ideographic(char32_t c);
/// An ideograph, kana or sign of full width that looks the same whatever stands beside it, so that
/// it need not be shaped with its neighbours.
inline bool stands_alone(char32_t c) {
    return (c >= 0x3400 && c <= 0x9FFF) || (c >= 0x3041 && c <= 0x3096) ||
           (c >= 0x30A1 && c <= 0x30FF) || (c >= 0x3001 && c <= 0x3003) ||
           (c >= 0x3005 && c <= 0x3011) || (c >= 0x3014 && c <= 0x301B) ||
           (c >= 0xFF01 && c <= 0xFF60);
}
bool is_hangul(char32_t c);
/// Of the scripts that have no spaces between their words: Thai, Lao, Burmese, Khmer.
bool is_southeast_asian(char32_t c);
bool is_kana(char32_t c);
/// Letters and figures that stand apart from ideographs by a quarter of an em.
bool is_western(char32_t c);

/// Whether a language stresses words by dots at each of their ideographs.
bool has_emphasis_dots(std::string_view language);

Blank blank_of(char32_t c, font::HanForm form);
Gap gap_between(char32_t before, char32_t behind, font::HanForm form);

/// Cost of a break that rules of line breaking allow (UAX 14) between two characters of these
/// scripts; `no_break` where none should be.
inline constexpr std::int32_t no_break_here = -1;
std::int32_t break_cost(char32_t before, char32_t behind, style::Kinsoku kinsoku);

/// A full stop or a comma as wide as an ideograph.
bool is_wide_stop(char32_t c);

}  // namespace triptych::typeset
