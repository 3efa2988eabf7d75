#pragma once

#include "style/scalars.hpp"
#include "style/sheet.hpp"
#include "style/value.hpp"

namespace triptych::style {

/// Relative luminance, from 0 to 1 (WCAG 2.1).
double luminance(Colour colour);
/// Contrast of two colours, from 1 to 21 (WCAG 2.1, relative luminance and contrast ratio).
double contrast(Colour a, Colour b);

/// `per_cent` of `other` in `colour`.
Colour mixed(Colour colour, Colour other, int per_cent);
/// `colour` moved toward black or white until it has the contrast on `ground`.
Colour readable(Colour colour, Colour ground, double contrast);

/// Reports colours of `brand`, a map of names, that make text illegible on its ground: under 4.5 to
/// 1, for covers and titles under 3 to 1 (WCAG 2.1, 1.4.3).
void check_contrast(const Sheet& sheet, const Value& brand, const Palette& palette,
                    Diagnostics& diagnostics);

}  // namespace triptych::style
