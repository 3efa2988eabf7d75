#include "typeset/pages/pair_breaks.hpp"

#include <algorithm>
#include <map>
#include <utility>

#include "typeset/pages/elastic.hpp"
#include "typeset/pages/page_costs.hpp"
#include "typeset/pages/shortness.hpp"

namespace triptych::typeset {
namespace {

/// A turn moves by so many rows at most.
constexpr std::size_t most_moved = 12;
/// Facing pages that can't end level cost this, and more for every step.
constexpr Cost uneven_pair = 100, uneven_step = 50;

/// A page as it would be, whatever notes stand under it.
struct Candidate {
    std::size_t begin = 0, end = 0;
    Length text;
    std::int64_t spaces = 0;  ///< steps that its spaces can give
};

/// The cheapest way to a turn.
struct PairWay {
    Cost cost = 0;
    std::size_t begin = 0;   ///< of the one or two pages before the turn
    std::size_t middle = 0;  ///< the turn between the two
    NotePlace notes;         ///< where the notes of the next page go on
};
using PairWays = std::map<std::size_t, PairWay>;

void add_way(std::size_t turn, const PairWay& way, PairWays& ways) {
    const auto [known, is_new] = ways.try_emplace(turn, way);
    if (!is_new && way.cost < known->second.cost) known->second = way;
}

/// Pages of text that follow each other.
struct Run {
    std::size_t first = 0, end = 0;
    NotePlace notes, behind;  ///< where those of the first page begin, and where the last ones end
    bool is_uneven = false;   ///< two that face each other can't end level
};

class PairBreaker {
public:
    PairBreaker(const PageRoom& room, const BrokenText& text, FirstPage first, const Galley& galley)
        : room_(room),
          pages_(text.pages),
          galley_(galley),
          first_(first),
          costs_(galley, room),
          notes_(galley, text.notes, room.note_separation) {}

    void run() {
        for (const Run& run : runs())
            if (run.is_uneven) break_anew(run);
    }

private:
    bool is_left(std::size_t page) const { return (page % 2 == 0) == (first_ == FirstPage::left); }

    bool holds_text(const PageRange& page) const {
        return page.begin < page.end && !galley_.rows[page.begin].fills_page;
    }

    NoteShare share(const Candidate& page, NotePlace from) const {
        return notes_.share(from, notes_.due(page.end), costs_.height_at(page.begin) - page.text,
                            PageNotes::Company::with_text);
    }

    /// The last page ends where it likes.
    MaybeShort shortness(const Candidate& page, const NoteShare& notes) const {
        if (page.end == galley_.rows.size()) return std::nullopt;
        const Length lacking = costs_.height_at(page.begin) - page.text - notes.height;
        return shortness_of({lacking, page.spaces, !notes.slices.empty()}, room_.line,
                            galley_.grid);
    }

    std::vector<Run> runs() const {
        std::vector<Run> runs;
        NotePlace place;
        bool is_open = false;
        MaybeShort before;
        for (std::size_t i = 0; i < pages_.size(); ++i) {
            if (!std::exchange(is_open, holds_text(pages_[i]))) before.reset();
            if (!is_open) continue;
            if (runs.empty() || runs.back().end < i) runs.push_back({i, i, place, place});
            runs.back().end = i + 1;
            const Candidate page = measured(pages_[i]);
            const NoteShare notes = share(page, place);
            const MaybeShort own = shortness(page, notes);
            if (!is_left(i) && unevenness(before, own) > 0) runs.back().is_uneven = true;
            before = own;
            place = runs.back().behind = notes.reach;
        }
        return runs;
    }

    Candidate measured(const PageRange& page) const {
        Elasticity spaces;
        for (std::size_t row = page.begin + 1; row < page.end; ++row)
            spaces.add(elastic_above(row, room_.line, galley_));
        return {page.begin, page.end, galley_.height(page.begin, page.end), spaces.steps()};
    }

    /// The rows in front of which a page of the run may end.
    std::pair<std::size_t, std::size_t> reach(const Run& run, std::size_t page) const {
        const std::size_t end = pages_[page].end;
        if (page + 1 == run.end) return {end, end};
        const std::size_t begin = pages_[run.first].begin;
        return {end - std::min(end - begin, most_moved),
                std::min(end + most_moved, pages_[run.end - 1].end - 1)};
    }

    std::vector<Candidate> candidates(const Run& run, std::size_t page, std::size_t begin) const {
        std::vector<Candidate> found;
        const auto [low, high] = reach(run, page);
        Stack stack(galley_, begin);
        Elasticity spaces;
        Spare spare;
        for (std::size_t end = begin + 1; end <= high; ++end) {
            stack.push();
            if (end - 1 > begin) spaces.add(elastic_above(end - 1, room_.line, galley_));
            spare.add(end - 1, end == begin + 1, room_.line, galley_);
            if (stack.bottom() - spare.height() > costs_.height_at(begin)) break;
            const bool may_end = end == galley_.rows.size() || end == pages_[page].end ||
                                 galley_.rows[end].break_penalty < Row::never;
            if (end >= low && may_end)
                found.push_back({begin, end, stack.bottom(), spaces.steps()});
        }
        return found;
    }

    Cost cost_of(const Candidate& page, const NoteShare& notes) const {
        return costs_.of({page.begin, page.end}, page.text, notes.height) +
               PageCosts::of(notes, notes_.due(page.end));
    }

    PairWays behind_one(const Run& run, std::size_t page, const PairWays& ways) const {
        PairWays found;
        for (const auto& [begin, way] : ways) {
            for (const Candidate& one : candidates(run, page, begin)) {
                const NoteShare notes = share(one, way.notes);
                add_way(one.end, {way.cost + cost_of(one, notes), begin, begin, notes.reach},
                        found);
            }
        }
        return found;
    }

    PairWays behind_pair(const Run& run, std::size_t page, const PairWays& ways) const {
        PairWays found;
        std::map<std::size_t, std::vector<Candidate>> rights;
        for (const auto& [begin, way] : ways) {
            for (const Candidate& left : candidates(run, page, begin)) {
                const auto [known, is_new] = rights.try_emplace(left.end);
                if (is_new) known->second = candidates(run, page + 1, left.end);
                const NoteShare notes = share(left, way.notes);
                const Cost cost = way.cost + cost_of(left, notes);
                const MaybeShort level = shortness(left, notes);
                for (const Candidate& right : known->second) {
                    const NoteShare others = share(right, notes.reach);
                    const std::int64_t steps = unevenness(level, shortness(right, others));
                    const Cost uneven = steps > 0 ? uneven_pair + uneven_step * steps : 0;
                    add_way(right.end,
                            {cost + cost_of(right, others) + uneven, begin, left.end, others.reach},
                            found);
                }
            }
        }
        return found;
    }

    void break_anew(const Run& run) {
        std::vector<PairWays> ways{{{pages_[run.first].begin, {0, 0, 0, run.notes}}}};
        std::vector<std::size_t> firsts;
        for (std::size_t page = run.first; page < run.end;) {
            const bool is_pair = is_left(page) && page + 1 < run.end;
            firsts.push_back(page);
            ways.push_back(is_pair ? behind_pair(run, page, ways.back())
                                   : behind_one(run, page, ways.back()));
            page += is_pair ? 2 : 1;
        }
        std::size_t end = pages_[run.end - 1].end;
        const auto last = ways.back().find(end);
        if (last == ways.back().end() || !(last->second.notes == run.behind)) return;
        for (std::size_t i = firsts.size(); i-- > 0;) {
            const PairWay& way = ways[i + 1].at(end);
            pages_[firsts[i]].begin = way.begin;
            pages_[firsts[i]].end = end;
            if (way.middle != way.begin) {
                pages_[firsts[i]].end = pages_[firsts[i] + 1].begin = way.middle;
                pages_[firsts[i] + 1].end = end;
            }
            end = way.begin;
        }
        NotePlace place = run.notes;
        for (std::size_t i = run.first; i < run.end; ++i) {
            NoteShare notes = share(measured(pages_[i]), place);
            pages_[i].notes = std::move(notes.slices);
            place = notes.reach;
        }
    }

    const PageRoom& room_;
    std::vector<PageRange>& pages_;
    const Galley& galley_;
    FirstPage first_;
    PageCosts costs_;
    PageNotes notes_;
};

}  // namespace

void break_level(const PageRoom& room, const BrokenText& text, FirstPage first,
                 const Galley& galley) {
    if (galley.grid.units > 0) PairBreaker(room, text, first, galley).run();
}

}  // namespace triptych::typeset
