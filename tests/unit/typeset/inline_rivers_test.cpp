#include <doctest/doctest.h>

#include <vector>

#include "typeset/inline/rivers.hpp"

using namespace triptych;
using namespace triptych::typeset;

namespace {

BreakItem box(std::int64_t points) {
    BreakItem item;
    item.width = Length::points(static_cast<double>(points));
    return item;
}

BreakItem space() {
    BreakItem item = box(4);
    item.kind = BreakItem::Kind::glue;
    item.stretch = Length::points(3);
    item.shrink = Length::points(1);
    return item;
}

std::vector<BreakItem> words(const std::vector<std::int64_t>& widths) {
    std::vector<BreakItem> items;
    for (const std::int64_t width : widths) {
        items.push_back(box(width));
        items.push_back(space());
    }
    items.back() = {};
    items.back().kind = BreakItem::Kind::glue;
    items.back().stretch = Length::points(1000);
    items.back().breakable = false;
    BreakItem end;
    end.kind = BreakItem::Kind::penalty;
    end.penalty = BreakItem::forced;
    items.push_back(end);
    return items;
}

BreakRules rules(double measure) {
    BreakRules rules;
    rules.measure = Length::points(measure);
    rules.tolerance = 10'000;
    return rules;
}

std::vector<std::int64_t> by_chance(std::uint32_t seed) {
    std::vector<std::int64_t> widths;
    for (int i = 0; i < 60; ++i) {
        seed = seed * 1664525 + 1013904223;
        widths.push_back(12 + (seed >> 16) % 40);
    }
    return widths;
}

}  // namespace

TEST_CASE("spaces over each other in five lines running are a river") {
    const auto river = [](std::size_t lines) {
        const std::vector<BreakItem> items = words(std::vector<std::int64_t>(lines * 4, 30));
        const auto broken = break_lines(items, rules(132), LastPass::no);
        REQUIRE(broken);
        REQUIRE(broken->lines.size() == lines);
        return river_in(items, *broken, Length::points(132));
    };
    CHECK_FALSE(river(4));
    REQUIRE(river(6));
    CHECK(river(6)->first == 0);
    CHECK(river(6)->last == 4);
}

TEST_CASE("a paragraph with a river is broken into as many lines without it") {
    int rivers = 0, mended = 0;
    for (std::uint32_t seed = 1; seed < 400; ++seed) {
        const std::vector<BreakItem> items = words(by_chance(seed));
        const BreakRules rule = rules(150);
        const auto broken = break_lines(items, rule, LastPass::no);
        if (!broken) continue;
        const BrokenParagraph better = without_river(items, rule, *broken);
        CHECK(better.lines.size() == broken->lines.size());
        if (!river_in(items, *broken, rule.measure)) {
            CHECK(better.demerits == broken->demerits);
            continue;
        }
        ++rivers;
        mended += river_in(items, better, rule.measure) ? 0 : 1;
    }
    CHECK(rivers > 0);
    CHECK(mended * 2 > rivers);
}
