#include "typeset/pages/elastic.hpp"

#include <algorithm>

namespace triptych::typeset {

namespace {

/// Its edges are seen on all sides; text beside a mere rule is spaced like other text.
bool is_closed(const style::BoxStyle& box) { return box.ground || box.border; }

/// A space that has lost a step is what it was before.
bool has_wide_space(const Row& row, Length line, const Galley& galley) {
    const Length lost = row.narrowed ? galley.grid : Length{};
    return (row.space_before + lost) * 4 >= line * 5;
}

}  // namespace

Elastic elastic_above(std::size_t row, Length line, const Galley& galley) {
    if (row == 0) return {};
    const Row& own = galley.rows[row];
    // What belongs to the line above it, such as text to its title, stays near to it.
    if (own.attached || own.break_penalty >= Row::never || own.space_before * 2 < line) return {};
    const bool small = own.space_before * 4 < line * 3;
    const bool inside = own.frame >= 0 && own.frame == galley.rows[row - 1].frame;
    if (inside && small && is_closed(galley.frames[index(own.frame)].style)) return {};
    const std::int64_t steps = has_wide_space(own, line, galley) ? most_steps_of_wide : 1;
    return {steps + (own.narrowed ? 1 : 0), small};
}

Length spare_above(std::size_t row, Length line, const Galley& galley) {
    if (row == 0) return {};
    const Row& own = galley.rows[row];
    if (!has_wide_space(own, line, galley)) return {};
    if (own.narrowed || own.attached || own.break_penalty >= Row::never) return {};
    return galley.grid;
}

void Spare::add(std::size_t row, bool is_first, Length line, const Galley& galley) {
    pictures_ += galley.rows[row].give;
    if (is_first) return;
    const Length more = spaces_ + spare_above(row, line, galley);
    if (more <= line * most_lines_spared) spaces_ = more;
}

void Elasticity::add(const Elastic& above) {
    if (above.small)
        small_ = std::min(most_small_gaps, small_ + above.steps);
    else
        wide_ += above.steps;
}

}  // namespace triptych::typeset
