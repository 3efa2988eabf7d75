#pragma once

#include <vector>

#include "typeset/galley.hpp"

namespace triptych::typeset {

struct PageRoom {
    Length first, others;      ///< height of the text block on the first page and on the others
    Length note_separation{};  ///< between text and footnotes
    Length line = Length::points(12);  ///< leading of the text, the measure of short pages
};

/// Rows `begin` to `end` of a note.
struct NoteSlice {
    std::uint32_t note = 0;
    std::size_t begin = 0, end = 0;
};

/// Rows of one page: `begin` to `end` of the galley, and what stands at its foot.
struct PageRange {
    std::size_t begin = 0, end = 0;
    std::vector<NoteSlice> notes{};
};

/// The breaks with the least total cost over the whole galley: penalties of the rows, badness of
/// pages that end short, footnotes counted in (`notes[i]` is note i). Pages may be higher than
/// their room by what their pictures can give and their wide spaces spare; `fit_pages` takes it
/// from them. A note begins on the page of its reference; what finds no room there goes on at the
/// foot of the next page, on pages without text behind the last one if need be. The last page may
/// end where it likes, but not after a line or two. A row higher than a page gets a page of its
/// own. Linear in the number of rows.
std::vector<PageRange> break_pages(const Galley& galley, const PageRoom& room,
                                   const std::vector<Galley>& notes);

}  // namespace triptych::typeset
