#include "deck/digest/archetype.hpp"

#include <algorithm>
#include <string>

#include "deck/split/text.hpp"
#include "doc/walk.hpp"

namespace triptych::deck {
namespace {

constexpr std::size_t least_steps = 3, most_steps = 6;
constexpr std::size_t most_pillar_points = 5, least_pillar_points = 2, longest_pillar_point = 16;
constexpr std::size_t longest_statement = 25, least_terms = 3;
constexpr double share_of_terms = 0.7;
constexpr std::size_t longest_pillar_claim = 170, longest_divided_claim = 240;  // bytes

bool holds(const Slide& slide, bool (*is_kind)(const doc::Block&)) {
    return std::any_of(slide.body.begin(), slide.body.end(), is_kind);
}

Archetype of_special(const Slide& slide) {
    if (holds(slide, [](const doc::Block& block) {
            return std::holds_alternative<doc::Table>(block.node);
        }))
        return Archetype::table;
    if (holds(slide, [](const doc::Block& block) {
            return std::holds_alternative<doc::Figure>(block.node);
        }))
        return Archetype::picture;
    if (holds(slide, [](const doc::Block& block) {
            return std::holds_alternative<doc::CodeBlock>(block.node) ||
                   std::holds_alternative<doc::Diagram>(block.node);
        }))
        return Archetype::code;
    return Archetype::bullets;
}

bool are_terms(const std::vector<Point>& points) {
    const auto terms = std::count_if(points.begin(), points.end(), [](const Point& point) {
        return !point.head.empty() && !point.tail.empty();
    });
    return points.size() >= least_terms &&
           static_cast<double>(terms) >= share_of_terms * static_cast<double>(points.size());
}

bool are_short(const std::vector<Point>& points) {
    return std::all_of(points.begin(), points.end(), [](const Point& point) {
        return count_words(point.head) + count_words(point.tail) <= longest_pillar_point;
    });
}

/// One number of two figures or more, with nothing else that counts.
bool names_a_number(const doc::Inlines& claim) {
    const std::string text = doc::plain_text(claim);
    std::size_t numbers = 0, figures = 0, longest = 0;
    for (const char c : text) {
        const bool figure = c >= '0' && c <= '9';
        if (figure && figures == 0) ++numbers;
        figures = figure ? figures + 1 : 0;
        longest = std::max(longest, figures);
    }
    return numbers == 1 && longest >= 2 && longest != 4;
}

}  // namespace

Archetype archetype_of(const Slide& slide, const Gist& gist) {
    const auto& points = gist.main.points;
    switch (gist.kind) {
        case GistKind::tasks:
            return Archetype::checklist;
        case GistKind::steps:
            return points.size() >= least_steps && points.size() <= most_steps ? Archetype::process
                                                                               : Archetype::bullets;
        case GistKind::columns:
            return gist.compares ? Archetype::compare : Archetype::pair;
        case GistKind::points: {
            const bool few = points.size() <= most_pillar_points && gist.main.more == 0;
            const std::size_t claim = doc::plain_text(gist.claim).size();
            const bool led = claim > 0 && claim <= longest_divided_claim;
            if (!slide.number.empty() && few && claim > 0 && claim <= longest_pillar_claim)
                return Archetype::pillar;
            if (are_terms(points) && points.size() > most_pillar_points) return Archetype::terms;
            if (led && few && points.size() >= least_pillar_points && are_short(points))
                return Archetype::plain_pillar;
            return are_terms(points) ? Archetype::terms : Archetype::bullets;
        }
        case GistKind::nothing:
            break;
    }
    if (!slide.body.empty() && !gist.alert) return of_special(slide);
    if (gist.alert || gist.claim.empty()) return Archetype::bullets;
    if (names_a_number(gist.claim)) return Archetype::number;
    return count_words(gist.claim) <= longest_statement ? Archetype::statement : Archetype::bullets;
}

}  // namespace triptych::deck
