#include "typeset/pages/break_pages.hpp"

#include <algorithm>
#include <limits>

namespace triptych::typeset {
namespace {

using Cost = std::int64_t;

constexpr Cost unreached = std::numeric_limits<Cost>::max();
/// A page that ends one line short costs this; two lines cost four times as much, and so on.
constexpr Cost one_line_short = 12;
/// A last page with fewer than `few_lines` lines.
constexpr Cost lonely_last_page = 400;
constexpr std::int64_t few_lines = 5;
/// What a page costs however well it is filled; keeps the number of pages down.
constexpr Cost page_cost = 30;

/// The cheapest way to reach a break.
struct Way {
    Cost cost = unreached;
    std::size_t from = 0;  ///< where the page before the break begins
};

/// A page that grows row by row.
class GrowingPage {
public:
    GrowingPage(const Galley& galley, const std::vector<Length>& note_heights, const PageRoom& room,
                std::size_t begin)
        : note_heights_(note_heights), room_(room), stack_(galley, begin) {}

    void push(const Row& row) {
        stack_.push();
        for (const std::uint32_t note : row.notes) {
            if (note >= note_heights_.size()) continue;
            if (notes_.units == 0) notes_ = room_.note_separation;
            notes_ += note_heights_[note];
        }
    }
    Length used() const { return stack_.bottom() + notes_; }

private:
    const std::vector<Length>& note_heights_;
    const PageRoom& room_;
    Stack stack_;
    Length notes_;
};

class Breaker {
public:
    Breaker(const Galley& galley, const PageRoom& room, const std::vector<Length>& note_heights)
        : galley_(galley),
          room_(room),
          note_heights_(note_heights),
          ways_(galley.rows.size() + 1) {}

    std::vector<PageRange> run() {
        ways_.front().cost = 0;
        for (std::size_t begin = 0; begin < galley_.rows.size(); ++begin) {
            if (ways_[begin].cost != unreached) fill_from(begin);
        }
        return trace();
    }

private:
    /// Tries every end of a page that begins at `begin`.
    void fill_from(std::size_t begin) {
        const Length height = begin == 0 ? room_.first : room_.others;
        GrowingPage page(galley_, note_heights_, room_, begin);
        for (std::size_t end = begin + 1; end <= galley_.rows.size(); ++end) {
            page.push(galley_.rows[end - 1]);
            const bool fits = page.used() <= height;
            if (!fits && end > begin + 1) return;
            reach(end, begin, ways_[begin].cost + cost_of({begin, end}, page, height));
            if (!fits) return;
        }
    }

    Cost cost_of(PageRange range, const GrowingPage& page, Length height) const {
        if (range.end == galley_.rows.size()) {
            const bool lonely = range.begin > 0 && page.used() < room_.line * few_lines;
            return page_cost + (lonely ? lonely_last_page : 0);
        }
        const Length missing = std::max(Length{}, height - page.used());
        const auto lines = static_cast<Cost>(missing.in_points() / room_.line.in_points() * 4);
        return page_cost + one_line_short * lines * lines / 16 +
               galley_.rows[range.end].break_penalty;
    }

    void reach(std::size_t end, std::size_t begin, Cost cost) {
        if (cost < ways_[end].cost) ways_[end] = {cost, begin};
    }

    std::vector<PageRange> trace() const {
        std::vector<PageRange> pages;
        for (std::size_t end = galley_.rows.size(); end > 0; end = ways_[end].from) {
            pages.push_back({ways_[end].from, end});
        }
        std::reverse(pages.begin(), pages.end());
        return pages;
    }

    const Galley& galley_;
    const PageRoom& room_;
    const std::vector<Length>& note_heights_;
    std::vector<Way> ways_;
};

}  // namespace

std::vector<PageRange> break_pages(const Galley& galley, const PageRoom& room,
                                   const std::vector<Length>& note_heights) {
    return Breaker(galley, room, note_heights).run();
}

}  // namespace triptych::typeset
