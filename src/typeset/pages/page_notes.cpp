#include "typeset/pages/page_notes.hpp"

#include <algorithm>

namespace triptych::typeset {
PageNotes::PageNotes(const Galley& galley, const std::vector<Galley>& notes, Length separation)
    : notes_(notes), separation_(separation), due_{0} {
    for (const Row& row : galley.rows) {
        for (const std::uint32_t note : row.notes) {
            if (note < notes.size() && !notes[note].rows.empty()) order_.push_back(note);
        }
        due_.push_back(order_.size());
    }
}

std::size_t PageNotes::rows_that_fit(const Galley& note, std::size_t begin, Length room,
                                     Company company) const {
    std::size_t end = begin;
    Stack stack(note, begin);
    while (end < note.rows.size()) {
        stack.push();
        if (stack.bottom() > room) break;
        ++end;
    }
    if (end == note.rows.size()) return end;
    const std::size_t most = end;
    while (end > begin && note.rows[end].break_penalty >= Row::never) --end;
    if (end > begin || company == Company::with_text) return end;
    return std::max(most, begin + 1);
}

NoteShare PageNotes::share(NotePlace from, std::size_t due, Length room, Company company) const {
    NoteShare share{{}, {}, from};
    while (share.reach.note < due) {
        const std::uint32_t number = order_[share.reach.note];
        const Galley& note = notes_[number];
        const std::size_t begin = share.reach.row;
        const Length used = share.slices.empty() ? separation_ : share.height;
        const std::size_t end = rows_that_fit(note, begin, room - used,
                                              share.slices.empty() ? company : Company::with_text);
        if (end == begin) break;
        share.slices.push_back({number, begin, end});
        share.height = used + note.height(begin, end);
        if (end < note.rows.size()) {
            share.reach.row = end;
            break;
        }
        share.reach = {share.reach.note + 1, 0};
    }
    return share;
}

}  // namespace triptych::typeset
