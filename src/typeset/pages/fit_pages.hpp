#pragma once

#include <cstdint>

#include "typeset/pages/break_pages.hpp"

namespace triptych::typeset {

/// The side of two pages that face each other.
enum class FirstPage : std::uint8_t { left, right };

/// Pages and the notes at their feet.
struct BrokenText {
    std::vector<PageRange>& pages;
    const std::vector<Galley>& notes;
};

/// What is left to do when the breaks are known: pictures, then wide spaces give the room that
/// their page lacks, and pages that end a few lines short are made level by wider spaces around
/// headings and boxes, in whole steps of the grid: with the foot if they can, else with the page
/// that faces them. The text of a page with notes comes as near to them as it can; the last page,
/// and rows that fill a page, end where they like.
void fit_pages(const PageRoom& room, const BrokenText& text, FirstPage first, Galley& galley);

}  // namespace triptych::typeset
