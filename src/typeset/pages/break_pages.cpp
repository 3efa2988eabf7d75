#include "typeset/pages/break_pages.hpp"

#include <algorithm>
#include <limits>

#include "typeset/pages/page_notes.hpp"

namespace triptych::typeset {
namespace {

using Cost = std::int64_t;

constexpr Cost unreached = std::numeric_limits<Cost>::max();
/// A page that ends one line short costs this; two lines cost four times as much, and so on.
constexpr Cost one_line_short = 12;
/// A last page with fewer than `few_lines` lines, or a picture with fewer than `least_text`.
constexpr Cost lonely_last_page = 1400;
constexpr std::int64_t few_lines = 5, least_text = 3;
/// The cost of every line by which pictures are made lower.
constexpr Cost line_given = 30;
/// The cost of any page, however well it is filled; keeps the number of pages down.
constexpr Cost page_cost = 300;
/// A note that goes on at the foot of the next page, about as bad as five lines short.
constexpr Cost parted_note = 300;
/// A note that does not even begin on the page of its reference, or stops on a page and goes on.
constexpr Cost late_note = 50'000;

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
    Length height_at(std::size_t begin) const { return begin == 0 ? room_.first : room_.others; }

    /// Tries every end of a page that begins at `begin`.
    void fill_from(std::size_t begin) {
        const Length height = height_at(begin);
        Length give;
        Stack stack(galley_, begin);
        for (std::size_t end = begin + 1; end <= galley_.rows.size(); ++end) {
            stack.push();
            give += galley_.rows[end - 1].give;
            const Length text = stack.bottom();
            if (text - give > height && end > begin + 1) return;
            const NoteShare share = notes_.share(ways_[begin].notes, notes_.due(end), height - text,
                                                 PageNotes::Company::with_text);
            const Cost cost =
                ways_[begin].cost + cost_of({begin, end}, text, share.height) + cost_of(share, end);
            if (cost < ways_[end].cost) ways_[end] = {cost, begin, share.reach};
            if (text - give > height) return;
        }
    }

    Cost cost_of(const PageRange& range, Length text, Length notes) const {
        const Length missing = height_at(range.begin) - text - notes;
        const Cost quarters = missing.units * 4 / std::max<std::int64_t>(1, room_.line.units);
        const Cost given = quarters < 0 ? line_given * -quarters / 4 : 0;
        if (range.end == galley_.rows.size())
            return page_cost + given + (is_lonely(range, text) ? lonely_last_page : 0);
        const Cost hole = quarters > 0 ? one_line_short * quarters * quarters / 16 : 0;
        return page_cost + given + hole + galley_.rows[range.end].break_penalty;
    }

    /// Notes are no company.
    bool is_lonely(const PageRange& last, Length text) const {
        if (last.begin == 0) return false;
        const auto begin = galley_.rows.begin() + static_cast<std::ptrdiff_t>(last.begin);
        const auto lines = std::count_if(
            begin, galley_.rows.end(), [&](const Row& row) { return row.height < room_.line * 2; });
        const auto others = static_cast<std::ptrdiff_t>(last.end - last.begin) - lines;
        return text < room_.line * few_lines || (others == 1 && lines < least_text);
    }

    /// The cost of the notes that a page with this end leaves to the next one.
    Cost cost_of(const NoteShare& share, std::size_t end) const {
        const std::size_t open = notes_.due(end) - share.reach.note;
        if (open == 0) return 0;
        const bool goes_on = share.reach.row > 0 && !share.slices.empty();
        const auto late = static_cast<Cost>(goes_on ? open - 1 : open);
        return parted_note + late_note * late;
    }

    std::vector<PageRange> trace() const {
        std::vector<PageRange> pages;
        for (std::size_t end = galley_.rows.size(); end > 0; end = ways_[end].from) {
            const std::size_t begin = ways_[end].from;
            const Length room = height_at(begin) - galley_.height(begin, end);
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
    PageNotes notes_;
    std::vector<Way> ways_;
};

}  // namespace

std::vector<PageRange> break_pages(const Galley& galley, const PageRoom& room,
                                   const std::vector<Galley>& notes) {
    return Breaker(galley, room, notes).run();
}

}  // namespace triptych::typeset
