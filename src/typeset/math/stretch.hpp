#pragma once

#include <string_view>

#include "typeset/math/setting.hpp"

/// Signs that grow: by a larger glyph of the face, or put together from parts.
namespace triptych::typeset::math {

/// A sign of the math face.
struct Sign {
    char32_t character = 0;
    std::string_view text;  ///< what it stands for
};

/// `sign` at least `height` high if the face can, with its middle on the axis.
Box tall_sign(Sign sign, Length height, Style style, const Setting& setting);
/// `sign` at least `height` high if the face can, its ink from `−depth` to `height` of its own.
Box tall_glyph(Sign sign, Length height, Style style, const Setting& setting);
/// The widest form of `sign` that is no wider than `width`; put together when that fits better.
Box wide_sign(Sign sign, Length width, Style style, const Setting& setting);
/// `box` with its middle on the axis.
Box on_axis(Box box, Style style, const Setting& setting);

/// The glyph that large operators have in formulas on their own line.
std::uint16_t display_form(std::uint16_t glyph, const Setting& setting);

/// Height of a bracket around `body`, so that it covers nearly all of it (The TeXbook,
/// \delimiterfactor and \delimitershortfall).
Length bracket_height(const Box& body, Style style, const Setting& setting);

}  // namespace triptych::typeset::math
