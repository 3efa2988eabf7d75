#include "typeset/pages/shortness.hpp"

#include "typeset/pages/elastic.hpp"

namespace triptych::typeset {

Shortness shortness_of(const Lack& lack, Length line, Length grid) {
    Shortness found;
    found.on_notes = lack.on_notes;
    if (lack.length.units < 0) return found;
    found.steps = lack.length.units / grid.units;
    const Length most = line * most_lines_given;
    // Text far above its notes stays there; a page far from its foot may still end level with
    // another one.
    if (lack.length <= most || !lack.on_notes)
        found.to_give = std::min(lack.spaces, most.units / grid.units);
    return found;
}

std::int64_t unevenness(const MaybeShort& left, const MaybeShort& right) {
    if (!left || !right) return 0;
    const std::int64_t both = std::max(left->least(), right->least());
    const auto lowest = [](const Shortness& page) { return page.on_notes ? 0 : page.steps; };
    return std::max<std::int64_t>(0, both - std::min(lowest(*left), lowest(*right)));
}

}  // namespace triptych::typeset
