#include "typeset/flow/column_widths.hpp"

#include <algorithm>
#include <numeric>
#include <utility>

namespace triptych::typeset {
namespace {

using Widths = std::vector<Length>;

Length sum(const Widths& widths) { return std::accumulate(widths.begin(), widths.end(), Length{}); }

/// `wanted` enlarged or shrunk alike so that it fills `measure`.
Widths scaled_to(const Widths& wanted, Length measure) {
    const std::int64_t total = std::max<std::int64_t>(1, sum(wanted).units);
    Widths widths;
    for (const Length width : wanted) widths.push_back(measure.scaled(width.units, total));
    widths.back() += measure - sum(widths);
    return widths;
}

bool all_have_shares(const std::vector<ColumnNeed>& needs) {
    return std::all_of(needs.begin(), needs.end(),
                       [](const ColumnNeed& need) { return need.share > Share{}; });
}

Widths by_shares(const std::vector<ColumnNeed>& needs, Length measure) {
    std::int64_t total = 0;
    for (const ColumnNeed& need : needs) total += need.share.parts;
    Widths wanted;
    for (const ColumnNeed& need : needs) {
        wanted.push_back(std::max(need.least, measure.scaled(need.share.parts, total)));
    }
    return scaled_to(wanted, measure);
}

/// The longest words, and of what is left to each column in proportion to what it lacks.
Widths between(const Widths& least, const Widths& most, Length measure) {
    const std::int64_t lacking = std::max<std::int64_t>(1, sum(most).units - sum(least).units);
    const Length surplus = measure - sum(least);
    Widths widths;
    for (std::size_t i = 0; i < least.size(); ++i) {
        widths.push_back(least[i] + surplus.scaled(most[i].units - least[i].units, lacking));
    }
    widths.back() += measure - sum(widths);
    return widths;
}

/// A column lacks so little of its longest line, as a share of that.
constexpr std::int64_t nearly_whole = 5;

/// Narrow columns that are nearly as wide as their longest line become as wide, where the others
/// keep room for their longest words: no label is broken for want of a letter.
Widths without_near_misses(Widths least, const Widths& most, Length measure) {
    const Widths widths = between(least, most, measure);
    const Length even = measure / static_cast<std::int64_t>(most.size());
    for (std::size_t i = 0; i < most.size(); ++i) {
        const bool is_near = widths[i] < most[i] && most[i] - widths[i] <= most[i] / nearly_whole;
        const bool fits = sum(least) - least[i] + most[i] <= measure;
        if (is_near && most[i] <= even && fits) least[i] = most[i];
    }
    return between(least, most, measure);
}

}  // namespace

std::vector<Length> column_widths(const std::vector<ColumnNeed>& needs, Length measure) {
    if (needs.empty()) return {};
    if (all_have_shares(needs)) return by_shares(needs, measure);
    Widths least, most;
    for (const ColumnNeed& need : needs) {
        least.push_back(need.least);
        most.push_back(std::max(need.least, need.most));
    }
    if (sum(most) <= measure) return scaled_to(most, measure);
    if (sum(least) > measure) return scaled_to(least, measure);
    return without_near_misses(std::move(least), most, measure);
}

}  // namespace triptych::typeset
