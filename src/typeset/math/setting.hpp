#pragma once

#include <array>
#include <cstdint>
#include <functional>
#include <string>
#include <string_view>

#include "doc/tex.hpp"
#include "font/library.hpp"
#include "typeset/math/box.hpp"

/// What formulas are set with, and in which style.
namespace triptych::typeset::math {

using doc::tex::StyleLevel;
using font::MathConstant;

/// The styles of The TeXbook, p. 140.
struct Style {
    StyleLevel level{};
    bool cramped = false;  ///< superscripts stay lower: under a rule or a bar

    bool is_display() const { return level == StyleLevel::display; }
};
Style cramped(Style style);
Style superscript(Style style);
Style subscript(Style style);
Style numerator(Style style);
Style denominator(Style style);

/// Faces and size of one formula.
struct Setting {
    const font::Library& fonts;
    font::MathFace math;
    FaceId face{};  ///< of `math`
    /// Faces of words: regular, bold, italic, bold italic.
    std::array<FaceId, 4> words{};
    FaceId code{};      ///< of what is shown as it is written
    Length size;        ///< in text style
    Length words_size;  ///< of words in text style
    std::string language;
    /// Called with characters that no face has.
    std::function<void(std::string_view)> missing;

    /// Size of the letters in a style.
    Length size_in(Style style) const;
    Length length(MathConstant constant, Style style) const;
    /// A length in font units.
    Length units(int value, Length at_size) const;
    /// 1/18 em.
    Length mu(int count, Style style) const { return size_in(style).scaled(count, 18); }
};

/// A glyph of the math face that stands for `text`.
Box glyph_box(std::uint16_t glyph, std::string_view text, Length size, const Setting& setting);

/// Text in `face`, other faces where that has no glyph.
Box text_box(std::string_view text, FaceId face, Length size, const Setting& setting);

}  // namespace triptych::typeset::math
