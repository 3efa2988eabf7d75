#include <algorithm>
#include <vector>

#include "deck/gist/gist.hpp"
#include "deck/gist/items.hpp"
#include "deck/gist/lists.hpp"
#include "deck/split/text.hpp"
#include "doc/walk.hpp"

namespace triptych::deck {
namespace {

std::size_t words_of(const PointColumn& column) {
    std::size_t words = count_words(column.label);
    for (const Point& point : column.points) words += count_words(point);
    return words;
}

}  // namespace

std::size_t Gist::words() const {
    std::size_t words = count_words(claim) + words_of(main);
    for (const PointColumn& column : columns) words += words_of(column);
    if (alert) words += doc::count_words(alert->body);
    return words;
}

void trim_to_budget(Gist& gist, std::size_t budget, const Lexicon* lexicon) {
    constexpr std::size_t allowed_over = 4, least_points = 3, long_claim = 26, room_for_steps = 30;
    // A few terms are worth more room than most points.
    const bool few = gist.columns.empty() && gist.main.points.size() <= few_points;
    // Who follows steps needs them all, and what they are for least.
    const bool counts = gist.columns.empty() && gist.main.counted;
    const std::size_t left_free = few ? 0 : 8, more_room = counts ? room_for_steps : 0;
    const auto is_over = [&](std::size_t room) {
        return gist.words() > budget + room + allowed_over;
    };
    std::vector<PointColumn*> columns = {&gist.main};
    for (PointColumn& column : gist.columns) columns.push_back(&column);
    // One explanation beside two names would look as if those had none.
    const auto must_keep_all = [&](const PointColumn& column) {
        return column.points.size() <= few_points &&
               std::any_of(column.points.begin(), column.points.end(), [&](const Point& point) {
                   return !point.head.empty() && !point.tail.empty() &&
                          !may_lose_tail(point, lexicon);
               });
    };
    const auto drop_tails = [&](bool filled_alone) {
        for (PointColumn* column : columns) {
            if (!filled_alone && must_keep_all(*column)) continue;
            for (Point& point : column->points)
                if (may_lose_tail(point, lexicon) && (point.filled || !filled_alone))
                    drop_tail(point);
        }
        for (PointColumn* column : columns) even_out(column->points, lexicon);
    };
    if (gist.words() > budget + more_room - left_free) drop_tails(true);
    if (is_over(more_room)) drop_tails(false);
    // Steps that are led to do not hang on what the claim says before.
    const bool needs_claim = gist.claim_has_condition && (!counts || is_blank(gist.main.label));
    if (is_over(0) && (counts || count_words(gist.claim) > long_claim) && !needs_claim &&
        !gist.claim.empty() && gist.main.points.size() >= least_points) {
        // What was cut of it goes with it.
        std::erase_if(gist.cuts, [](const Cut& cut) {
            return cut.kind == CutKind::bracket || cut.kind == CutKind::clause;
        });
        gist.cuts.push_back({CutKind::claim, 1, doc::plain_text(gist.claim)});
        gist.claim.clear();
    }
    for (PointColumn* column : columns)
        while (is_over(more_room) && column->points.size() > least_points) {
            column->points.pop_back();
            ++column->more;
        }
}

}  // namespace triptych::deck
