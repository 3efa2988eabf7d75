#pragma once

#include "typeset/pages/break_pages.hpp"

namespace triptych::typeset {

/// A galley in the order in which its rows are printed, and its pages.
struct BrokenGalley {
    std::vector<PageRange> pages;
    std::vector<std::size_t> moved;  ///< where each row of the galley stands now; one more: the end
    PageRoom room{};                 ///< may be a line more than was asked for
};

/// Like `break_without_tail`, but rows that fill a page (`Row::fills_page`) let the
/// text that follows them end the page on which they are mentioned, and come behind it. Their notes
/// stand there too.
BrokenGalley break_around_full_pages(Galley& galley, const PageRoom& room,
                                     const std::vector<Galley>& notes);

}  // namespace triptych::typeset
