#pragma once

#include "typeset/pages/break_pages.hpp"

/// Footnotes in the order of their references, handed out to pages. Inside the room only.
namespace triptych::typeset {

/// All notes before the `note`-th in order are printed, and `row` rows of that one.
struct NotePlace {
    std::size_t note = 0, row = 0;
    bool operator==(const NotePlace&) const = default;
};

/// What is printed of the notes on one page.
struct NoteShare {
    std::vector<NoteSlice> slices;
    Length height;    ///< with the separation from the text; zero without notes
    NotePlace reach;  ///< where the next page goes on
};

class PageNotes {
public:
    PageNotes(const Galley& galley, const std::vector<Galley>& notes, Length separation);

    /// Number of notes whose reference stands in front of row `row`.
    std::size_t due(std::size_t row) const { return due_[row]; }
    enum class Company : std::uint8_t { with_text, alone };
    /// As much of the notes from `from` up to the `due`-th as `room` holds. A note is parted where
    /// its rows allow; on a page without text (`alone`) at least one row is printed.
    NoteShare share(NotePlace from, std::size_t due, Length room, Company company) const;

private:
    std::size_t rows_that_fit(const Galley& note, std::size_t begin, Length room,
                              Company company) const;

    const std::vector<Galley>& notes_;
    Length separation_;
    std::vector<std::uint32_t> order_;  ///< notes by their first references
    std::vector<std::size_t> due_;      ///< by row
};

}  // namespace triptych::typeset
