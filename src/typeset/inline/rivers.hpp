#pragma once

#include <cstddef>
#include <optional>
#include <span>

#include "typeset/inline/break_lines.hpp"

namespace triptych::typeset {

/// The first and the last line that a river runs through.
struct River {
    std::size_t first = 0, last = 0;
};

/// A river: word spaces that stand over each other in five lines running of justified text.
std::optional<River> river_in(std::span<const BreakItem> items, const BrokenParagraph& paragraph,
                              Length measure);

/// The same paragraph in as many lines without a river, the one with the least demerits of those
/// that end one line of the river elsewhere; as it is where none of them is better.
BrokenParagraph without_river(std::span<const BreakItem> items, const BreakRules& rules,
                              BrokenParagraph paragraph);

}  // namespace triptych::typeset
