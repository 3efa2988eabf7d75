#include <algorithm>
#include <cstdint>
#include <limits>
#include <optional>
#include <random>
#include <vector>

#include <doctest/doctest.h>

#include "typeset/inline/break_lines.hpp"

using namespace triptych;
using namespace triptych::typeset;
using namespace triptych::literals;

namespace {

BreakItem box(Length width) {
    BreakItem item;
    item.width = width;
    return item;
}
BreakItem glue(Length width, Length stretch, Length shrink) {
    BreakItem item;
    item.kind = BreakItem::Kind::glue;
    item.width = width;
    item.stretch = stretch;
    item.shrink = shrink;
    return item;
}
BreakItem penalty(std::int32_t value) {
    BreakItem item;
    item.kind = BreakItem::Kind::penalty;
    item.penalty = value;
    return item;
}
BreakItem hyphen(Length width) {
    BreakItem item = penalty(50);
    item.width = width;
    item.hyphen = true;
    return item;
}
void end_paragraph(std::vector<BreakItem>& items) {
    BreakItem fill = glue({}, 100'000_pt, {});
    fill.breakable = false;
    items.push_back(fill);
    items.push_back(penalty(BreakItem::forced));
}

/// Words of one width with a space of 3 pt between them.
std::vector<BreakItem> words(std::size_t count, Length width) {
    std::vector<BreakItem> items;
    for (std::size_t i = 0; i < count; ++i) {
        if (i > 0) items.push_back(glue(3_pt, 1.5_pt, 1_pt));
        items.push_back(box(width));
    }
    end_paragraph(items);
    return items;
}

std::vector<BreakItem> random_text(unsigned seed, int count) {
    std::mt19937 random(seed);
    const auto below = [&](std::uint32_t limit) { return static_cast<int>(random() % limit); };
    std::vector<BreakItem> items;
    for (int i = 0; i < count; ++i) {
        if (i > 0) items.push_back(glue(3_pt, 1.5_pt, 1_pt));
        items.push_back(box(Length::points(6 + below(18))));
        if (below(3) == 0) {
            items.back().hang_right = 1_pt;
            items.back().hang_left = 0.5_pt;
        }
        if (below(3) != 0) continue;
        items.push_back(hyphen(2_pt));
        items.back().hang_right = below(2) == 0 ? 1_pt : 0_pt;
        items.push_back(box(Length::points(6 + below(12))));
    }
    end_paragraph(items);
    return items;
}

/// The paper's definition, tried out on every choice of breaks.
class Exhaustive {
public:
    Exhaustive(const std::vector<BreakItem>& items, const BreakRules& rules)
        : items_(items), rules_(rules) {}

    std::optional<std::int64_t> least() {
        try_from(0, 0, 0, Fitness{1}, true);
        if (best_ == std::numeric_limits<std::int64_t>::max()) return std::nullopt;
        return best_;
    }

private:
    using Fitness = int;  // 0 tight, 1 decent, 2 loose, 3 very loose

    bool legal(std::size_t at) const {
        const BreakItem& item = items_[at];
        if (item.kind == BreakItem::Kind::penalty) return item.penalty < BreakItem::forbidden;
        return item.kind == BreakItem::Kind::glue && item.breakable && at > 0 &&
               items_[at - 1].kind == BreakItem::Kind::box;
    }

    static bool dropped(const BreakItem& item) {
        if (item.kind == BreakItem::Kind::glue) return item.breakable;
        return item.kind == BreakItem::Kind::penalty && item.penalty > BreakItem::forced;
    }

    void try_from(std::size_t begin, std::int64_t sum, int hyphens, Fitness before, bool first) {
        while (begin < items_.size() && dropped(items_[begin])) ++begin;
        for (std::size_t end = begin; end < items_.size(); ++end) {
            if (legal(end)) try_line(begin, end, sum, hyphens, before, first);
        }
    }

    void try_line(std::size_t begin, std::size_t end, std::int64_t sum, int hyphens, Fitness before,
                  bool first) {
        Length natural, stretch, shrink;
        for (std::size_t i = begin; i < end; ++i) {
            if (items_[i].kind == BreakItem::Kind::penalty) continue;
            natural += items_[i].width;
            stretch += items_[i].stretch;
            shrink += items_[i].shrink;
        }
        natural -= items_[begin].hang_left;
        const BreakItem& last = items_[end];
        if (last.kind == BreakItem::Kind::penalty && last.width > Length{}) {
            natural += last.width - last.hang_right;
        } else if (end > begin) {
            natural -= items_[end - 1].hang_right;
        }
        const Length excess = rules_.measure - natural;
        if (-excess > shrink) return;
        const int bad = excess.units >= 0 ? badness(excess, stretch) : badness(-excess, shrink);
        if (bad > rules_.tolerance) return;
        Fitness fitness = bad > 12 ? (excess.units < 0 ? 0 : bad > 99 ? 3 : 2) : 1;
        const bool flagged = last.kind == BreakItem::Kind::penalty && last.hyphen;
        if (flagged && hyphens >= rules_.hyphens_running) return;
        std::int64_t cost = rules_.line_penalty + bad;
        cost *= cost;
        const Length room = excess.units >= 0 ? stretch : shrink;
        const std::int64_t steps =
            excess.units == 0 ? 0
                              : (excess.units > 0 ? excess : -excess).scaled(297, room.units).units;
        cost += rules_.space_demerits * steps * steps / (297 * 297);
        if (last.kind == BreakItem::Kind::penalty && last.penalty > 0) {
            cost += std::int64_t{last.penalty} * last.penalty;
        }
        const bool is_last = end + 1 == items_.size();
        if (flagged && hyphens > 0) cost += rules_.double_hyphen_demerits;
        if (is_last && hyphens > 0) cost += rules_.last_hyphen_demerits;
        if (is_last && !first && natural < rules_.shortest_last_line) return;
        if (std::abs(fitness - before) > 1) cost += rules_.neighbour_demerits;
        if (is_last) {
            best_ = std::min(best_, sum + cost);
        } else {
            try_from(end + 1, sum + cost, flagged ? hyphens + 1 : 0, fitness, false);
        }
    }

    const std::vector<BreakItem>& items_;
    const BreakRules& rules_;
    std::int64_t best_ = std::numeric_limits<std::int64_t>::max();
};

int longest_ladder(const BrokenParagraph& paragraph) {
    int longest = 0, running = 0;
    for (const BrokenLine& line : paragraph.lines) {
        running = line.hyphenated ? running + 1 : 0;
        longest = std::max(longest, running);
    }
    return longest;
}

}  // namespace

TEST_CASE("badness is TeX's, but goes on behind 10,000") {
    CHECK(badness(0_pt, 5_pt) == 0);
    CHECK(badness(5_pt, 5_pt) == 100);
    CHECK(badness(10_pt, 5_pt) == doctest::Approx(800).epsilon(0.01));
    CHECK(badness(1_pt, 0_pt) == 1'000'000);
    CHECK(badness(50_pt, 5_pt) > 90'000);
    CHECK(badness(5000_pt, 1_pt) == 1'000'000);
}

TEST_CASE("breaks have the least demerits of all ways of breaking") {
    BreakRules rules;
    rules.measure = 80_pt;
    rules.shortest_last_line = 20_pt;
    int answered = 0;
    for (unsigned seed = 0; seed < 300; ++seed) {
        const std::vector<BreakItem> items = random_text(seed, 9 + static_cast<int>(seed % 5));
        rules.tolerance = seed % 2 == 0 ? 200 : 2'000;
        rules.space_demerits = seed % 3 == 0 ? 60'000 : 0;
        const auto expected = Exhaustive(items, rules).least();
        const auto found = break_lines(items, rules, LastPass::no);
        CAPTURE(seed);
        REQUIRE(found.has_value() == expected.has_value());
        if (!found) continue;
        ++answered;
        CHECK(found->demerits == *expected);
        CHECK_FALSE(found->overfull);
    }
    CHECK(answered > 100);
}

TEST_CASE("spaces keep near their natural width where that costs a hyphen") {
    // The first line is 5 pt short without the hyphen, full with it.
    std::vector<BreakItem> items = {
        box(40_pt), glue(3_pt, 9_pt, 1_pt), box(52_pt), glue(3_pt, 9_pt, 1_pt),
        box(8_pt),  hyphen(2_pt),           box(60_pt)};
    items[4].width = 0.5_pt;
    items[5].width = 1.5_pt;
    end_paragraph(items);
    BreakRules rules;
    rules.measure = 100_pt;
    const auto is_hyphenated = [&] {
        return break_lines(items, rules, LastPass::no)->lines[0].hyphenated;
    };
    CHECK_FALSE(is_hyphenated());
    rules.space_demerits = 60'000;
    CHECK(is_hyphenated());
}

TEST_CASE("the last pass always answers and is overfull only where a box is too wide") {
    BreakRules rules;
    rules.measure = 60_pt;
    rules.tolerance = 1'000'000;
    for (unsigned seed = 0; seed < 200; ++seed) {
        const auto found = break_lines(random_text(seed, 30), rules, LastPass::yes);
        REQUIRE(found);
        CHECK_FALSE(found->overfull);
        for (const BrokenLine& line : found->lines) {
            CHECK(line.natural - line.shrink <= rules.measure);
        }
    }
    std::vector<BreakItem> items = {box(200_pt), glue(3_pt, 1_pt, 1_pt), box(10_pt)};
    end_paragraph(items);
    CHECK_FALSE(break_lines(items, rules, LastPass::no));
    const auto found = break_lines(items, rules, LastPass::yes);
    REQUIRE(found);
    CHECK(found->overfull);
    CHECK(found->lines.size() == 2);
}

TEST_CASE("never more than two hyphenated lines running while there is another way") {
    BreakRules rules;
    rules.measure = 60_pt;
    rules.tolerance = 1'000'000;
    rules.double_hyphen_demerits = 0;
    int longest = 0;
    for (unsigned seed = 0; seed < 50; ++seed) {
        const std::vector<BreakItem> items = random_text(seed, 200);
        rules.hyphens_running = 2;
        longest = std::max(longest, longest_ladder(*break_lines(items, rules, LastPass::no)));
        rules.hyphens_running = 0;
        CHECK(longest_ladder(*break_lines(items, rules, LastPass::no)) == 0);
    }
    CHECK(longest == 2);
}

TEST_CASE("a last line of one short word is avoided") {
    // Two full lines of five words and a short one left over, unless the second line gives one up.
    std::vector<BreakItem> items = words(10, 20_pt);
    items.resize(items.size() - 2);
    items.push_back(glue(3_pt, 1.5_pt, 1_pt));
    items.push_back(box(5_pt));
    end_paragraph(items);
    BreakRules rules;
    rules.measure = 112_pt;
    rules.tolerance = 1'000'000;
    const auto last_width = [&] {
        return break_lines(items, rules, LastPass::no)->lines.back().natural;
    };
    CHECK(last_width() < 20_pt);
    rules.shortest_last_line = 20_pt;
    rules.runt_demerits = 400'000'000;
    CHECK(last_width() >= 20_pt);
}

TEST_CASE("forced breaks end lines, also empty ones") {
    std::vector<BreakItem> items = {box(10_pt)};
    end_paragraph(items);
    end_paragraph(items);
    items.push_back(box(20_pt));
    end_paragraph(items);
    BreakRules rules;
    rules.measure = 100_pt;
    const auto found = break_lines(items, rules, LastPass::no);
    REQUIRE(found);
    REQUIRE(found->lines.size() == 3);
    CHECK(found->lines[0].natural == 10_pt);
    CHECK(found->lines[1].natural == 0_pt);
    CHECK(found->lines[2].natural == 20_pt);
}

TEST_CASE("glue that is not breakable and forbidden penalties hold together") {
    std::vector<BreakItem> items = {box(40_pt), glue(3_pt, 9_pt, 1_pt), box(40_pt),
                                    glue(3_pt, 9_pt, 1_pt), box(30_pt)};
    items[3].breakable = false;
    end_paragraph(items);
    BreakRules rules;
    rules.measure = 90_pt;
    rules.tolerance = 1'000'000;
    const auto found = break_lines(items, rules, LastPass::yes);
    REQUIRE(found);
    REQUIRE(found->lines.size() == 2);
    CHECK(found->lines[0].end == 1);
}

TEST_CASE("the cost is linear in the length of the paragraph") {
    BreakRules rules;
    rules.measure = 300_pt;
    rules.tolerance = 1'000'000;
    const auto steps = [&](std::size_t count, Length width) {
        return break_lines(words(count, width), rules, LastPass::yes)->steps;
    };
    CHECK(steps(20'000, 25_pt) < 11 * steps(2'000, 25_pt));
    // Boxes without width never fill a line: the list of active breaks is thinned out.
    std::vector<BreakItem> nothing;
    for (int i = 0; i < 20'000; ++i) {
        nothing.push_back(box({}));
        nothing.push_back(penalty(0));
    }
    end_paragraph(nothing);
    CHECK(break_lines(nothing, rules, LastPass::yes)->steps < 20'000 * 700);
}
