#pragma once

#include "typeset/pages/break_pages.hpp"

namespace triptych::typeset {

/// What is left to do when the breaks are known: pictures give the room that their page lacks, and
/// pages that end a few lines short are made level with others by wider spaces around headings and
/// boxes, in whole steps of the grid. Pages with notes stand on their notes, the last one ends
/// where it likes.
void fit_pages(const PageRoom& room, const std::vector<PageRange>& pages, Galley& galley);

}  // namespace triptych::typeset
