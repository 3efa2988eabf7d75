#include "typeset/inline/rivers.hpp"

#include <algorithm>
#include <utility>
#include <vector>

namespace triptych::typeset {
namespace {

constexpr std::size_t river_lines = 5;

/// A word space, and through how many lines spaces stand over each other down to it.
struct WordGap {
    Length left, right;
    std::size_t lines = 1;
};

/// The gaps of a line, from its left end.
std::vector<WordGap> word_gaps(std::span<const BreakItem> items, const BrokenLine& line,
                               Length measure) {
    std::vector<WordGap> gaps;
    const Length missing = measure - line.natural;
    const Length room = missing.units < 0 ? line.shrink : line.stretch;
    Length x;
    for (std::size_t i = line.begin; i < line.end; ++i) {
        const BreakItem& item = items[i];
        if (item.kind == BreakItem::Kind::penalty) continue;
        Length width = item.width;
        const Length own = missing.units < 0 ? item.shrink : item.stretch;
        if (room.units > 0) width += missing.scaled(own.units, room.units);
        if (item.kind == BreakItem::Kind::glue && item.stretch.units > 0)
            gaps.push_back({x, x + width});
        x += width;
    }
    return gaps;
}

/// Lets the gaps of a line go on those of the line above.
void go_on(const std::vector<WordGap>& above, std::vector<WordGap>& line) {
    for (WordGap& gap : line) {
        for (const WordGap& other : above) {
            const Length shared = std::min(gap.right, other.right) - std::max(gap.left, other.left);
            if (shared * 2 > gap.right - gap.left) gap.lines = std::max(gap.lines, other.lines + 1);
        }
    }
}

/// No line ends at `at`.
void forbid(std::size_t at, std::vector<BreakItem>& items) {
    if (items[at].kind == BreakItem::Kind::glue) items[at].breakable = false;
    if (items[at].kind == BreakItem::Kind::penalty) items[at].penalty = BreakItem::forbidden;
}

}  // namespace

std::optional<River> river_in(std::span<const BreakItem> items, const BrokenParagraph& paragraph,
                              Length measure) {
    if (paragraph.lines.size() < river_lines) return std::nullopt;
    std::vector<WordGap> above;
    for (std::size_t i = 0; i < paragraph.lines.size(); ++i) {
        const BrokenLine& line = paragraph.lines[i];
        const bool is_last = i + 1 == paragraph.lines.size();
        std::vector<WordGap> gaps = word_gaps(items, line, is_last ? line.natural : measure);
        go_on(above, gaps);
        const bool flows = std::any_of(gaps.begin(), gaps.end(),
                                       [](const WordGap& gap) { return gap.lines >= river_lines; });
        if (flows) return River{i + 1 - river_lines, i};
        above = std::move(gaps);
    }
    return std::nullopt;
}

BrokenParagraph without_river(std::span<const BreakItem> items, const BreakRules& rules,
                              BrokenParagraph paragraph) {
    const std::optional<River> river = river_in(items, paragraph, rules.measure);
    if (!river) return paragraph;
    std::optional<BrokenParagraph> best;
    for (std::size_t line = river->first; line <= river->last; ++line) {
        if (line + 1 == paragraph.lines.size()) break;
        std::vector<BreakItem> others(items.begin(), items.end());
        forbid(paragraph.lines[line].end, others);
        std::optional<BrokenParagraph> found = break_lines(others, rules, LastPass::no);
        if (!found || found->lines.size() != paragraph.lines.size()) continue;
        if (river_in(items, *found, rules.measure)) continue;
        if (!best || found->demerits < best->demerits) best = std::move(found);
    }
    return best ? std::move(*best) : std::move(paragraph);
}

}  // namespace triptych::typeset
