#include "typeset/pages/recover_tail.hpp"

#include <algorithm>
#include <array>
#include <utility>

namespace triptych::typeset {
namespace {

/// A last page of up to this many lines, a third of a page, is a tail, and of two more for every
/// page before it, over which they may be shared out; breaks bring a tail company, so that it is
/// never the least. What does not fit is left as it was, so that trying costs time only.
constexpr std::int64_t tail_lines = 12, lines_a_page = 2, most_tail_lines = 24;

/// What is given up for a page less.
struct Effort {
    bool narrow, longer;
};
constexpr std::array efforts = {Effort{true, false}, Effort{false, true}, Effort{true, true}};

bool has_tail(const Settled& settled, const Galley& galley) {
    if (settled.pages.size() < 2) return false;
    const PageRange& last = settled.pages.back();
    if (last.begin == last.end) return false;
    const auto before = static_cast<std::int64_t>(settled.pages.size()) - 1;
    const std::int64_t lines = std::min(most_tail_lines, tail_lines + lines_a_page * before);
    return galley.height(last.begin, last.end) <= settled.room.line * lines;
}

/// A step of the grid less wherever a line and more is left; the first row's space tells nothing.
std::vector<Length> narrow_spaces(Galley& galley, Length line) {
    std::vector<Length> before;
    for (Row& row : galley.rows) {
        before.push_back(row.space_before);
        row.narrowed = row.space_before >= line;
        if (row.narrowed) row.space_before -= galley.grid;
    }
    return before;
}

void restore_spaces(const std::vector<Length>& spaces, Galley& galley) {
    for (std::size_t i = 0; i < spaces.size(); ++i) {
        galley.rows[i].space_before = spaces[i];
        galley.rows[i].narrowed = false;
    }
}

}  // namespace

Settled break_without_tail(Galley& galley, const PageRoom& room, const std::vector<Galley>& notes) {
    Settled settled{break_pages(galley, room, notes), room};
    if (galley.grid.units <= 0 || !has_tail(settled, galley)) return settled;
    for (const Effort& effort : efforts) {
        PageRoom tried = room;
        if (effort.longer) {
            tried.first += room.line;
            tried.others += room.line;
        }
        std::vector<Length> spaces;
        if (effort.narrow) spaces = narrow_spaces(galley, room.line);
        std::vector<PageRange> pages = break_pages(galley, tried, notes);
        if (pages.size() < settled.pages.size()) return {std::move(pages), tried};
        restore_spaces(spaces, galley);
    }
    return settled;
}

}  // namespace triptych::typeset
