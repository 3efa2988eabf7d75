#pragma once

#include <optional>

#include "base/colour.hpp"
#include "doc/model.hpp"

/// The eight colours of marked text, the same in all outputs.
namespace triptych::doc {

/// Colour of letters on a light ground, with a contrast of at least 4.5 : 1 (WCAG 2.1, 1.4.3);
/// nothing for `none`.
std::optional<Colour> letters_colour(MarkColour mark);
/// Colour of the ground under dark letters, light enough for the same contrast.
std::optional<Colour> ground_colour(MarkColour mark);

}  // namespace triptych::doc
