#pragma once

#include <cstddef>
#include <optional>
#include <vector>

#include <triptych/imposition.hpp>

#include "pages/pages.hpp"

/// Pages of the booklet to sheets of paper.
namespace triptych::booklet {

inline constexpr std::size_t pages_a_sheet = 4;

/// One printed side of a sheet: which page stands left and right; nothing is a blank half.
struct SheetSide {
    std::optional<std::size_t> left, right;
    std::size_t depth = 0;  ///< sheets around this one in its gathering
};

/// The sides in the order they are printed, front and back of each sheet in turn, so that `pages`
/// pages read in order once the sheets are folded. The number of pages is filled up to a multiple
/// of four with blanks at the end. Gatherings differ by one sheet at most.
std::vector<SheetSide> sheet_sides(std::size_t pages, const Imposition& imposition);

/// The booklet on sheets two pages wide; blanks that fill up the last sheet come before a back
/// cover. Without marks a sheet is the next A format, so that A5
/// pages fall on A4; with marks it is the spread with its bleed and room for the marks. Grounds
/// that touch the trimmed edge run on to the paper's edge or into the bleed. Pages inside a
/// gathering move to the fold by the paper around them (creep). Sheets are for paper: links,
/// bookmarks and tags are dropped.
/// A booklet that reads from right to left is bound at its right: the two pages of a side change
/// places.
pages::Pages impose(pages::Pages booklet, const Imposition& imposition);

}  // namespace triptych::booklet
