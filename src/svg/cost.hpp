#pragma once

#include <optional>
#include <string>
#include <vector>

#include <pugixml.hpp>

#include "svg/clean.hpp"
#include "svg/size.hpp"

namespace triptych::svg {

/// Seconds that drawing takes, about, on a usual machine; the same estimate on every machine, made
/// from the drawing alone (what librsvg 2.54 takes was measured, pixel by pixel and step by step).
struct Cost {
    double elements = 0;  ///< as often as they are shown
    double shapes = 0;    ///< whatever the size it is drawn at
    double pictures = 0;  ///< filters, masks and groups, at one pixel for a pixel of CSS
    double kernels = 0;   ///< of that, what grows with the fourth power of the scale
};
Cost cost_of(pugi::xml_node root, const Extent& extent);

/// What one drawing may take, and how much of it more than one pixel for a pixel of CSS is worth.
inline constexpr double longest_drawing = 1.0, long_drawing = 0.12;

/// Takes filters out of `root`, the dearest first, until drawing it at one pixel for a pixel of CSS
/// or more is affordable, and says how many pixels are; nothing when it is dear without filters.
struct Affordable {
    double pixels_per_unit = 1;
    double greatest_scale = 1;  ///< at more pixels for a pixel of CSS it takes too long
    double elements = 0;
};
std::optional<Affordable> limit_cost(pugi::xml_node root, const Extent& extent,
                                     std::vector<Finding>& findings);

}  // namespace triptych::svg
