#include "deck/digest/groups.hpp"

#include <algorithm>
#include <cstddef>
#include <utility>

#include "deck/gist/lists.hpp"
#include "deck/gist/specials.hpp"
#include "deck/split/text.hpp"

namespace triptych::deck {
namespace {

constexpr std::size_t longest_card = 22, most_cards = 6, most_card_words = 72;
constexpr std::size_t most_joined = 4, most_card_points = 3;
constexpr std::size_t pair_words = 40, tiny = 12, pair_with_tiny = 60;

/// Whether a section can be a card: nothing of it is left out, and it is short.
bool is_card(const Unit& unit) {
    const Gist& gist = unit.gist;
    if (unit.keep || gist.special || gist.alert || gist.main.more > 0 ||
        gist.kind == GistKind::columns)
        return false;
    if (!gist.main.label.empty()) return false;
    const bool either = gist.claim.empty() != (gist.kind == GistKind::nothing);
    return either && count_words(unit.section.title) + gist.words() <= longest_card;
}

std::size_t card_words(const Unit& unit) {
    return count_words(unit.section.title) + unit.gist.words();
}

bool may_pair(const Unit& unit) {
    const Gist& gist = unit.gist;
    return !unit.keep && !gist.special && !gist.alert && gist.kind != GistKind::columns &&
           gist.kind != GistKind::tasks && gist.kind != GistKind::steps && gist.main.label.empty();
}

bool make_pair_of(const Unit& left, const Unit& right) {
    if (!may_pair(left) || !may_pair(right)) return false;
    const std::size_t first = left.gist.words(), second = right.gist.words();
    return first + second <= pair_words ||
           (std::min(first, second) < tiny && first + second <= pair_with_tiny);
}

/// Runs of cards in groups of about the same size.
void group_cards(std::vector<Unit>& run, std::vector<Group>& groups) {
    std::vector<Group> parts;
    std::size_t words = 0;
    for (auto& unit : run) {
        const std::size_t more = card_words(unit);
        const bool full = !parts.empty() && (parts.back().units.size() == most_cards ||
                                             words + more > most_card_words);
        if (parts.empty() || full) {
            parts.push_back({Join::cards, {}});
            words = 0;
        }
        words += more;
        parts.back().units.push_back(std::move(unit));
    }
    // The last slide takes cards from the one before it rather than hold one.
    for (std::size_t i = parts.size(); i-- > 1;) {
        auto& before = parts[i - 1].units;
        auto& last = parts[i].units;
        while (last.size() + 1 < before.size()) {
            last.insert(last.begin(), std::move(before.back()));
            before.pop_back();
        }
    }
    for (auto& part : parts) {
        // Two are a pair, which is set larger.
        if (part.units.size() == 2) part.join = Join::pair;
        if (part.units.size() == 1) part.join = Join::alone;
        groups.push_back(std::move(part));
    }
    run.clear();
}

/// What of a section a card holds: its claim, or as many points as are short.
void reduce_to_card(Unit& unit) {
    Gist& gist = unit.gist;
    const std::size_t left = longest_card;
    leave_special(gist);
    if (gist.alert) ++gist.further.warnings;
    gist.alert.reset();
    for (const PointColumn& column : gist.columns)
        gist.main.more += column.points.size() + column.more;
    gist.columns.clear();
    const bool claimed = !is_blank(gist.claim) && count_words(gist.claim) <= left;
    auto& points = gist.main.points;
    std::size_t kept = 0, words = 0;
    if (!claimed && gist.main.label.empty())
        while (kept < points.size() && kept < most_card_points &&
               (words += count_words(points[kept])) <= left)
            ++kept;
    if (!claimed && !is_blank(gist.claim)) ++gist.main.more;
    if (!claimed) gist.claim.clear();
    gist.main.more += points.size() - kept;
    points.resize(kept);
    gist.main.label.clear();
    gist.kind = kept > 0 ? GistKind::points : GistKind::nothing;
}

void join_run(std::vector<Unit>& run, std::vector<Group>& groups) {
    const std::size_t slides = (run.size() + most_joined - 1) / most_joined;
    std::size_t at = 0;
    for (std::size_t i = 0; i < slides; ++i) {
        const std::size_t end = run.size() * (i + 1) / slides;
        Group group{end - at > 1 ? Join::cards : Join::alone, {}};
        for (; at < end; ++at) {
            if (group.join == Join::cards) reduce_to_card(run[at]);
            group.units.push_back(std::move(run[at]));
        }
        groups.push_back(std::move(group));
    }
    run.clear();
}

}  // namespace

std::vector<Group> joined(std::vector<Unit> units) {
    std::vector<Group> groups;
    std::vector<Unit> run;
    for (auto& unit : units) {
        Unit card = unit;
        reduce_to_card(card);
        // A title alone says less than its section.
        const bool says_much = !is_blank(card.gist.claim) || !card.gist.main.points.empty();
        if (!unit.keep && says_much) {
            run.push_back(std::move(unit));
            continue;
        }
        join_run(run, groups);
        groups.push_back({Join::alone, {}});
        groups.back().units.push_back(std::move(unit));
    }
    join_run(run, groups);
    return groups;
}

std::vector<Group> grouped(std::vector<Unit> units) {
    std::vector<Group> groups;
    std::vector<Unit> run;
    for (auto& unit : units) {
        if (is_card(unit)) {
            run.push_back(std::move(unit));
            continue;
        }
        group_cards(run, groups);
        groups.push_back({Join::alone, {}});
        groups.back().units.push_back(std::move(unit));
    }
    group_cards(run, groups);
    std::vector<Group> joined;
    for (auto& group : groups) {
        const bool pair = !joined.empty() && joined.back().join == Join::alone &&
                          group.join == Join::alone &&
                          make_pair_of(joined.back().units.front(), group.units.front());
        if (pair) {
            joined.back().join = Join::pair;
            joined.back().units.push_back(std::move(group.units.front()));
        } else {
            joined.push_back(std::move(group));
        }
    }
    return joined;
}

}  // namespace triptych::deck
