#include "typeset/pages/fit_pages.hpp"

#include <algorithm>

#include "pages/move_points.hpp"

namespace triptych::typeset {
namespace {

/// More than this many lines are not made up for: wide gaps are uglier than a short page.
constexpr std::int64_t most_lines = 4;

Length up_to_step(Length length, Length step) {
    return step.units <= 0 ? length : step * ((length.units + step.units - 1) / step.units);
}

/// Pictures with the links over them and their frames, smaller about the upper left corner of the
/// first.
void scale(Row& row, Length height) {
    const Length before = row.height;
    const auto scaled = [&](Length length) { return length.scaled(height.units, before.units); };
    const Length left = row.items.empty() ? Length{} : row.items.front().at.x;
    for (pages::Item& item : row.items) {
        item.at = {left + scaled(item.at.x - left), scaled(item.at.y)};
        const auto resize = [&](Size& size) { size = {scaled(size.width), scaled(size.height)}; };
        if (auto* picture = std::get_if<pages::Picture>(&item.content)) resize(picture->size);
        if (auto* link = std::get_if<pages::LinkArea>(&item.content)) resize(link->size);
        if (auto* frame = std::get_if<pages::Path>(&item.content))
            pages::move_points(*frame, [&](Point& point) {
                point = {scaled(point.x), scaled(point.y)};
            });
    }
    row.height = height;
    row.baseline = std::min(row.baseline, height);
}

/// Takes `excess` from the pictures of a page, in steps that keep what follows on the grid.
void lower_pictures(const PageRange& page, Length excess, Galley& galley) {
    for (std::size_t i = page.begin; i < page.end && excess.units > 0; ++i) {
        Row& row = galley.rows[i];
        if (row.give.units <= 0) continue;
        const Length less = up_to_step(std::min(excess, row.give), galley.grid);
        scale(row, row.height - less);
        excess -= less;
    }
}

/// Spaces between paragraphs that may grow on one page.
constexpr std::ptrdiff_t most_small_gaps = 3;

/// A space that may grow by so many steps.
struct Gap {
    std::size_t row = 0;
    Length space;
    std::int64_t most = 0, given = 0;
};

/// Spaces of three quarters of a line and more: around headings, boxes and pictures. Of those
/// between paragraphs only a few, and only where these do not do.
std::vector<Gap> gaps_of(const PageRange& page, Length line, const Galley& galley) {
    std::vector<Gap> gaps;
    for (std::size_t i = page.begin + 1; i < page.end; ++i) {
        const Row& row = galley.rows[i];
        const bool inside = row.frame >= 0 && row.frame == galley.rows[i - 1].frame;
        if (inside || row.space_before * 2 < line) continue;
        gaps.push_back({i, row.space_before, row.space_before * 4 >= line * 5 ? 2 : 1});
    }
    std::stable_sort(gaps.begin(), gaps.end(),
                     [](const Gap& a, const Gap& b) { return a.space > b.space; });
    const auto small = std::find_if(gaps.begin(), gaps.end(),
                                    [&](const Gap& gap) { return gap.space * 4 < line * 3; });
    const auto kept = std::min<std::ptrdiff_t>(gaps.end() - small, most_small_gaps);
    gaps.erase(small + kept, gaps.end());
    return gaps;
}

/// Shares `steps` out, the widest gaps first; none at all where not all find a place.
void widen(const PageRange& page, std::int64_t steps, Length line, Galley& galley) {
    std::vector<Gap> gaps = gaps_of(page, line, galley);
    std::int64_t room = 0;
    for (const Gap& gap : gaps) room += gap.most;
    if (room < steps) return;
    const auto give = [&](Gap& gap) {
        if (steps == 0 || gap.given == gap.most) return;
        ++gap.given;
        --steps;
    };
    for (int round = 0; round < 2; ++round)
        for (Gap& gap : gaps)
            if (gap.space * 4 >= line * 3) give(gap);
    for (Gap& gap : gaps) give(gap);
    for (const Gap& gap : gaps) galley.rows[gap.row].space_before += galley.grid * gap.given;
}

}  // namespace

void fit_pages(const PageRoom& room, const std::vector<PageRange>& pages, Galley& galley) {
    for (std::size_t i = 0; i < pages.size(); ++i) {
        const PageRange& page = pages[i];
        const Length height = i == 0 ? room.first : room.others;
        const Length missing = height - galley.height(page.begin, page.end);
        if (missing.units < 0) lower_pictures(page, -missing, galley);
        const bool is_last = i + 1 == pages.size();
        const bool may_grow = galley.grid.units > 0 && page.notes.empty() && !is_last;
        if (!may_grow || missing > room.line * most_lines) continue;
        widen(page, missing.units / galley.grid.units, room.line, galley);
    }
}

}  // namespace triptych::typeset
