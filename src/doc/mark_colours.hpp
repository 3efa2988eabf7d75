#pragma once

#include <array>
#include <optional>
#include <string_view>

#include "base/colour.hpp"
#include "doc/model.hpp"

/// The seven colours of marked text, on paper and in the e-book.
namespace triptych::doc {

inline constexpr std::array mark_colours = {
    MarkColour::red,  MarkColour::orange, MarkColour::yellow, MarkColour::green,
    MarkColour::blue, MarkColour::purple, MarkColour::grey};

/// `red`, `grey` and so on; `none` for no colour.
std::string_view name(MarkColour mark);
/// Colour of letters on a light ground, with a contrast of at least 4.5 : 1 (WCAG 2.1, 1.4.3);
/// nothing for `none`.
std::optional<Colour> letters_colour(MarkColour mark);
/// Colour of the ground under dark letters, light enough for the same contrast.
std::optional<Colour> ground_colour(MarkColour mark);

}  // namespace triptych::doc
