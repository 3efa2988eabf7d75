#include "typeset/pages/fit_pages.hpp"

#include <algorithm>
#include <optional>

#include "pages/move_points.hpp"
#include "typeset/pages/elastic.hpp"
#include "typeset/pages/shortness.hpp"

namespace triptych::typeset {
namespace {

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

/// Takes `excess` from the pictures of a page, in steps that keep what follows on the grid; what
/// they can't give.
Length lower_pictures(const PageRange& page, Length excess, Galley& galley) {
    for (std::size_t i = page.begin; i < page.end && excess.units > 0; ++i) {
        Row& row = galley.rows[i];
        if (row.give.units <= 0) continue;
        const Length less = up_to_step(std::min(excess, row.give), galley.grid);
        scale(row, row.height - less);
        excess -= less;
    }
    return excess;
}

/// Takes `excess` from the wide spaces of a page, the widest first.
void narrow(const PageRange& page, Length excess, Galley& galley, Length line) {
    std::vector<std::size_t> spaces;
    for (std::size_t i = page.begin + 1; i < page.end; ++i)
        if (spare_above(i, line, galley).units > 0) spaces.push_back(i);
    std::stable_sort(spaces.begin(), spaces.end(), [&](std::size_t a, std::size_t b) {
        return galley.rows[a].space_before > galley.rows[b].space_before;
    });
    Length spared;
    for (const std::size_t row : spaces) {
        if (excess.units <= 0 || spared + galley.grid > line * most_lines_spared) break;
        galley.rows[row].space_before -= galley.grid;
        excess -= galley.grid;
        spared += galley.grid;
    }
}

/// A space that may grow by so many steps.
struct Gap {
    std::size_t row = 0;
    Length space;
    Elastic elastic;
    std::int64_t given = 0;
};

/// The wide ones first, of the others a few.
std::vector<Gap> gaps_of(const PageRange& page, Length line, const Galley& galley) {
    std::vector<Gap> gaps;
    for (std::size_t i = page.begin + 1; i < page.end; ++i) {
        const Elastic elastic = elastic_above(i, line, galley);
        if (elastic.steps > 0) gaps.push_back({i, galley.rows[i].space_before, elastic});
    }
    std::stable_sort(gaps.begin(), gaps.end(),
                     [](const Gap& a, const Gap& b) { return a.space > b.space; });
    const auto small =
        std::find_if(gaps.begin(), gaps.end(), [](const Gap& gap) { return gap.elastic.small; });
    const auto kept = std::min<std::ptrdiff_t>(gaps.end() - small, most_small_gaps);
    gaps.erase(small + kept, gaps.end());
    return gaps;
}

/// Shares `steps` out, the widest gaps first.
void widen(const PageRange& page, std::int64_t steps, Galley& galley, Length line) {
    std::vector<Gap> gaps = gaps_of(page, line, galley);
    const auto give = [&](Gap& gap) {
        if (steps == 0 || gap.given == gap.elastic.steps) return;
        ++gap.given;
        --steps;
    };
    const auto give_all = [&](bool small) {
        for (Gap& gap : gaps)
            if (gap.elastic.small == small) give(gap);
    };
    for (int round = 1; round < most_steps_of_wide; ++round) give_all(false);
    for (int round = 0; round < 2; ++round) {
        give_all(true);
        give_all(false);
    }
    for (const Gap& gap : gaps) galley.rows[gap.row].space_before += galley.grid * gap.given;
}

/// Headings stand as near to their text on a page that begins off the grid, in a listing, as on
/// others: what the grid moves the text down by goes above them. What is attached to the row above
/// it, such as an item kept in one piece, is none.
void gather_above_headings(const PageRange& page, Galley& galley) {
    Stack stack(galley, page.begin);
    std::size_t head = page.begin;
    for (std::size_t i = page.begin; i < page.end; ++i) {
        stack.push();
        if (galley.rows[i].break_penalty < Row::never) head = i;
        if (head > page.begin && head < i && !galley.rows[head].attached)
            galley.rows[head].space_before += stack.snapped();
    }
}

class Fitter {
public:
    Fitter(const PageRoom& room, const BrokenText& text, Galley& galley)
        : room_(room), pages_(text.pages), notes_(text.notes), galley_(galley) {}

    void run(FirstPage first) {
        for (const PageRange& page : pages_) gather_above_headings(page, galley_);
        std::size_t at = 0;
        if (first == FirstPage::right && !pages_.empty()) fit_alone(at++);
        for (; at + 1 < pages_.size(); at += 2) fit_pair(at);
        if (at < pages_.size()) fit_alone(at);
    }

private:
    Length height_of_notes(const PageRange& page) const {
        Length height = page.notes.empty() ? Length{} : room_.note_separation;
        for (const NoteSlice& slice : page.notes)
            height += notes_[slice.note].height(slice.begin, slice.end);
        return height;
    }

    Length missing(std::size_t at) const {
        const PageRange& page = pages_[at];
        const Length height = (at == 0 ? room_.first : room_.others) - height_of_notes(page);
        return height - galley_.height(page.begin, page.end);
    }

    MaybeShort shortness(std::size_t at) const {
        const PageRange& page = pages_[at];
        const bool is_full = page.begin < page.end && galley_.rows[page.begin].fills_page;
        if (galley_.grid.units <= 0 || is_full || at + 1 == pages_.size()) return std::nullopt;
        const Length lacking = missing(at);
        Elasticity spaces;
        for (std::size_t row = page.begin + 1; row < page.end; ++row)
            spaces.add(elastic_above(row, room_.line, galley_));
        return shortness_of({lacking, spaces.steps(), !page.notes.empty()}, room_.line,
                            galley_.grid);
    }

    /// Makes spaces and pictures of a page as low as it needs them; what it lacks then.
    MaybeShort settled(std::size_t at) {
        const MaybeShort found = shortness(at);
        if (const Length lacking = missing(at); lacking.units < 0) {
            const Length excess = lower_pictures(pages_[at], -lacking, galley_);
            narrow(pages_[at], excess, galley_, room_.line);
        }
        return found;
    }

    void widen_by(std::size_t at, std::int64_t steps) {
        widen(pages_[at], std::max<std::int64_t>(0, steps), galley_, room_.line);
    }

    void fit_alone(std::size_t at) {
        const MaybeShort found = settled(at);
        if (found && found->least() == 0) widen_by(at, std::min(found->steps, found->to_give));
    }

    /// As low as both can end; where they can't end level, as near to that as can be.
    void fit_pair(std::size_t at) {
        const MaybeShort left = settled(at), right = settled(at + 1);
        const std::int64_t both = std::max(left ? left->least() : 0, right ? right->least() : 0);
        const auto fit = [&](std::size_t page, const MaybeShort& own, const MaybeShort& other) {
            if (!own || (!other && own->least() > 0)) return;
            const std::int64_t wanted = own->on_notes ? own->steps : own->steps - both;
            widen_by(page, std::min(wanted, own->to_give));
        };
        fit(at, left, right);
        fit(at + 1, right, left);
    }

    const PageRoom& room_;
    std::vector<PageRange>& pages_;
    const std::vector<Galley>& notes_;
    Galley& galley_;
};

}  // namespace

void fit_pages(const PageRoom& room, const BrokenText& text, FirstPage first, Galley& galley) {
    Fitter(room, text, galley).run(first);
}

}  // namespace triptych::typeset
