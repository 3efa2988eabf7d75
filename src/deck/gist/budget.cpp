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
    constexpr std::size_t allowed_over = 4, least_points = 3, long_claim = 26;
    // A few terms are worth more room than most points.
    const bool few = gist.columns.empty() && gist.main.points.size() <= few_points;
    const std::size_t left_free = few ? 0 : 8;
    const auto is_over = [&] { return gist.words() > budget + allowed_over; };
    std::vector<PointColumn*> columns = {&gist.main};
    for (PointColumn& column : gist.columns) columns.push_back(&column);
    const auto drop_tails = [&](bool filled_alone) {
        for (PointColumn* column : columns)
            for (Point& point : column->points)
                if (may_lose_tail(point, lexicon) && (point.filled || !filled_alone))
                    drop_tail(point);
        for (PointColumn* column : columns) even_out(column->points, lexicon);
    };
    if (gist.words() > budget - left_free) drop_tails(true);
    if (is_over()) drop_tails(false);
    if (is_over() && count_words(gist.claim) > long_claim && !gist.claim_has_condition &&
        gist.main.points.size() >= least_points) {
        gist.cuts = {{CutKind::claim, 1, doc::plain_text(gist.claim)}};
        gist.claim.clear();
    }
    for (PointColumn* column : columns)
        while (is_over() && column->points.size() > least_points) {
            column->points.pop_back();
            ++column->more;
        }
}

}  // namespace triptych::deck
