#pragma once

#include <cstddef>
#include <vector>

#include "base/length.hpp"
#include "style/sheet.hpp"

/// The grid that everything on a slide stands on.
namespace triptych::deck {

constexpr Length bottom(const Rect& box) { return box.at.y + box.size.height; }
constexpr Length right(const Rect& box) { return box.at.x + box.size.width; }

/// Width between the margins.
Length measure_between_margins(const style::Slides& look);
/// Columns `first` to `last` (from 1) of the grid, as high as `box`.
Rect in_columns(int first, int last, Rect box, const style::Slides& look);
/// `count` boxes of one width that fill `box` side by side, `gap` apart.
std::vector<Rect> side_by_side(const Rect& box, std::size_t count, Length gap);
/// `box` without so much at its edges.
Rect inset(Rect box, Length across, Length down);

}  // namespace triptych::deck
