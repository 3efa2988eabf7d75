#pragma once

#include <cstdint>
#include <optional>
#include <variant>
#include <vector>

#include "base/length.hpp"
#include "pages/pages.hpp"

/// Boxes that formulas are made of.
namespace triptych::typeset::math {

/// A line from `at`, its thickness measured across.
struct Stroke {
    Point to;  ///< from `at`
    Length thickness;
};
/// Glyphs on a base line, a rule of this size down and right from `at`, or a line.
struct Ink {
    Point at;
    std::variant<Size, pages::GlyphRun, Stroke> content;
    std::optional<Colour> colour{};  ///< none: that of the formula
};

/// What stands on a base line that starts at its left edge; y down. `height` is above the base
/// line, `depth` below; either may be negative.
struct Box {
    Length width, height, depth;
    std::vector<Ink> ink;

    Length total() const { return height + depth; }
};

/// Puts `part` with the left end of its base line at `at` of `box`, whose width stays.
void put(Box& box, Box part, Point at);
/// Puts `part` behind what is there, on the same base line.
void append(Box& box, Box part);
/// A rule whose lower left corner is at `at`.
void put_rule(Box& box, Point at, Size size);
/// A line between two points of `box`.
void put_stroke(Box& box, Point from, Point to, Length thickness);
/// What of `box` has no colour yet gets this one.
void colour_in(Box& box, Colour colour);
/// `box` on a base line `by` further up.
Box raised(Box box, Length by);
/// `box` in a width, in its middle.
Box centred(Box box, Length width);
/// `box` with all its lengths times `numerator / denominator`.
Box scaled(Box box, std::int64_t numerator, std::int64_t denominator);

/// Items of a box at `at`, all in `colour` and of `element`; neighbours of one size are one run.
void draw(Box box, Point at, Colour colour, pages::ElementId element,
          std::vector<pages::Item>& items);

}  // namespace triptych::typeset::math
