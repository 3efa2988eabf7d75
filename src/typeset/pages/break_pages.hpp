#pragma once

#include <vector>

#include "typeset/flow/galley.hpp"

namespace triptych::typeset {

struct PageRoom {
    Length first, others;      ///< height of the text block on the first page and on the others
    Length note_separation{};  ///< between text and footnotes
    Length line = Length::points(12);  ///< leading of the text, the measure of short pages
};

/// Rows of one page: `begin` to `end` of the galley.
struct PageRange {
    std::size_t begin = 0, end = 0;
};

/// The breaks with the least total cost over the whole galley: penalties of the rows, badness of
/// pages that end short, footnotes counted in (`note_heights[i]` is the height of note i). The last
/// page may end where it likes, but not after a line or two. A row higher than a page gets a page
/// of its own. Linear in the number of rows.
std::vector<PageRange> break_pages(const Galley& galley, const PageRoom& room,
                                   const std::vector<Length>& note_heights);

}  // namespace triptych::typeset
