#pragma once

#include <string>
#include <vector>

#include "base/colour.hpp"

namespace triptych::pptx {

/// A colour that the theme names, or one made of such a one by its luminance (ISO/IEC 29500-1
/// §20.1.2.3.20 and §20.1.2.3.21).
struct ThemeColour {
    Colour colour;
    std::string name;                ///< `ST_SchemeColorVal`: `tx1`, `accent2` …
    int lum_mod = 100, lum_off = 0;  ///< per cent
};
/// What colours are called; the first of two with one colour counts.
using Palette = std::vector<ThemeColour>;

}  // namespace triptych::pptx
