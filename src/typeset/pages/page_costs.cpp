#include "typeset/pages/page_costs.hpp"

#include <algorithm>

namespace triptych::typeset {
namespace {

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

}  // namespace

Cost PageCosts::of(const PageRange& range, Length text, Length notes) const {
    const Length missing = height_at(range.begin) - text - notes;
    const Cost quarters = missing.units * 4 / std::max<std::int64_t>(1, room_.line.units);
    const Cost given = quarters < 0 ? line_given * -quarters / 4 : 0;
    if (range.end == galley_.rows.size())
        return page_cost + given + (is_lonely(range, text) ? lonely_last_page : 0);
    const Cost hole = quarters > 0 ? one_line_short * quarters * quarters / 16 : 0;
    return page_cost + given + hole + galley_.rows[range.end].break_penalty;
}

/// Notes are no company.
bool PageCosts::is_lonely(const PageRange& last, Length text) const {
    if (last.begin == 0) return false;
    const auto begin = galley_.rows.begin() + static_cast<std::ptrdiff_t>(last.begin);
    const auto lines = std::count_if(begin, galley_.rows.end(),
                                     [&](const Row& row) { return row.height < room_.line * 2; });
    const auto others = static_cast<std::ptrdiff_t>(last.end - last.begin) - lines;
    return text < room_.line * few_lines || (others == 1 && lines < least_text);
}

Cost PageCosts::of(const NoteShare& share, std::size_t due) {
    const std::size_t open = due - share.reach.note;
    if (open == 0) return 0;
    const bool goes_on = share.reach.row > 0 && !share.slices.empty();
    const auto late = static_cast<Cost>(goes_on ? open - 1 : open);
    return parted_note + late_note * late;
}

}  // namespace triptych::typeset
