#include "typeset/pages/fit_pages.hpp"

#include <algorithm>
#include <optional>

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
        // What belongs to the line above it, such as text to its title, stays near to it.
        const bool belongs = row.break_penalty >= Row::never;
        if (inside || belongs || row.space_before * 2 < line) continue;
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

/// Shares `steps` out, the widest gaps first.
void widen(const PageRange& page, std::int64_t steps, Length line, Galley& galley) {
    std::vector<Gap> gaps = gaps_of(page, line, galley);
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

/// How many steps a page ends short of its foot, and how many of them its spaces can make up for.
struct Shortness {
    std::int64_t steps = 0, to_give = 0;
    std::int64_t least() const { return std::max<std::int64_t>(0, steps - to_give); }
};

/// Nothing of a page that ends where it likes.
using MaybeShort = std::optional<Shortness>;

class Fitter {
public:
    Fitter(const PageRoom& room, const std::vector<PageRange>& pages, Galley& galley)
        : room_(room), pages_(pages), galley_(galley) {}

    void run(FirstPage first) {
        std::size_t at = 0;
        if (first == FirstPage::right && !pages_.empty()) fit_alone(at++);
        for (; at + 1 < pages_.size(); at += 2) fit_pair(at);
        if (at < pages_.size()) fit_alone(at);
    }

private:
    /// What a page lacks, its pictures made as low as it needs them.
    MaybeShort shortness(std::size_t at) {
        const PageRange& page = pages_[at];
        const Length height = at == 0 ? room_.first : room_.others;
        const Length missing = height - galley_.height(page.begin, page.end);
        if (missing.units < 0) lower_pictures(page, -missing, galley_);
        const bool is_full = page.begin < page.end && galley_.rows[page.begin].fills_page;
        if (galley_.grid.units <= 0 || is_full || at + 1 == pages_.size()) return std::nullopt;
        Shortness found;
        if (missing.units < 0 || !page.notes.empty()) return found;
        found.steps = missing.units / galley_.grid.units;
        if (missing > room_.line * most_lines) return found;
        for (const Gap& gap : gaps_of(page, room_.line, galley_)) found.to_give += gap.most;
        return found;
    }

    void fit_alone(std::size_t at) {
        const MaybeShort found = shortness(at);
        if (found && found->least() == 0) widen(pages_[at], found->steps, room_.line, galley_);
    }

    /// As low as both can end; where they can't end level, as near to that as can be.
    void fit_pair(std::size_t at) {
        const MaybeShort left = shortness(at), right = shortness(at + 1);
        const std::int64_t both = std::max(left ? left->least() : 0, right ? right->least() : 0);
        const auto fit = [&](std::size_t page, const MaybeShort& own, const MaybeShort& other) {
            if (!own || (!other && own->least() > 0)) return;
            widen(pages_[page], std::max<std::int64_t>(0, own->steps - both), room_.line, galley_);
        };
        fit(at, left, right);
        fit(at + 1, right, left);
    }

    const PageRoom& room_;
    const std::vector<PageRange>& pages_;
    Galley& galley_;
};

}  // namespace

void fit_pages(const PageRoom& room, const std::vector<PageRange>& pages, FirstPage first,
               Galley& galley) {
    Fitter(room, pages, galley).run(first);
}

}  // namespace triptych::typeset
