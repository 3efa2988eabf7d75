#include "typeset/pages/break_pages.hpp"

#include <algorithm>
#include <limits>

#include "typeset/pages/elastic.hpp"
#include "typeset/pages/page_costs.hpp"

namespace triptych::typeset {
namespace {

constexpr Cost unreached = std::numeric_limits<Cost>::max();

/// The cheapest way to reach a break.
struct Way {
    Cost cost = unreached;
    std::size_t from = 0;  ///< where the page before the break begins
    NotePlace notes;       ///< where the notes of the next page go on
};

class Breaker {
public:
    Breaker(const Galley& galley, const PageRoom& room, const std::vector<Galley>& notes)
        : galley_(galley),
          room_(room),
          costs_(galley, room),
          notes_(galley, notes, room.note_separation),
          ways_(galley.rows.size() + 1) {}

    std::vector<PageRange> run() {
        ways_.front().cost = 0;
        for (std::size_t begin = 0; begin < galley_.rows.size(); ++begin) {
            if (ways_[begin].cost != unreached) fill_from(begin);
        }
        std::vector<PageRange> pages = trace();
        add_pages_of_notes(pages);
        return pages;
    }

private:
    /// Tries every end of a page that begins at `begin`.
    void fill_from(std::size_t begin) {
        const Length height = costs_.height_at(begin);
        Spare spare;
        Stack stack(galley_, begin);
        for (std::size_t end = begin + 1; end <= galley_.rows.size(); ++end) {
            stack.push();
            spare.add(end - 1, end == begin + 1, room_.line, galley_);
            const Length text = stack.bottom();
            const bool is_full = text - spare.height() > height;
            if (is_full && end > begin + 1) return;
            const NoteShare share = notes_.share(ways_[begin].notes, notes_.due(end), height - text,
                                                 PageNotes::Company::with_text);
            const Cost cost = ways_[begin].cost + costs_.of({begin, end}, text, share.height) +
                              PageCosts::of(share, notes_.due(end));
            if (cost < ways_[end].cost) ways_[end] = {cost, begin, share.reach};
            if (is_full) return;
        }
    }

    std::vector<PageRange> trace() const {
        std::vector<PageRange> pages;
        for (std::size_t end = galley_.rows.size(); end > 0; end = ways_[end].from) {
            const std::size_t begin = ways_[end].from;
            const Length room = costs_.height_at(begin) - galley_.height(begin, end);
            NoteShare share = notes_.share(ways_[begin].notes, notes_.due(end), room,
                                           PageNotes::Company::with_text);
            pages.push_back({begin, end, std::move(share.slices)});
        }
        std::reverse(pages.begin(), pages.end());
        return pages;
    }

    /// Adds pages for the notes that no page of text had room for.
    void add_pages_of_notes(std::vector<PageRange>& pages) const {
        const std::size_t end = galley_.rows.size();
        NotePlace place = ways_[end].notes;
        while (place.note < notes_.due(end)) {
            NoteShare share =
                notes_.share(place, notes_.due(end), room_.others, PageNotes::Company::alone);
            place = share.reach;
            pages.push_back({end, end, std::move(share.slices)});
        }
    }

    const Galley& galley_;
    const PageRoom& room_;
    PageCosts costs_;
    PageNotes notes_;
    std::vector<Way> ways_;
};

}  // namespace

std::vector<PageRange> break_pages(const Galley& galley, const PageRoom& room,
                                   const std::vector<Galley>& notes) {
    return Breaker(galley, room, notes).run();
}

}  // namespace triptych::typeset
