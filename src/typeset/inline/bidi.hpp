#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <string_view>
#include <vector>

#include "base/reading_direction.hpp"

/// The bidirectional algorithm (UAX 9), by ICU.
namespace triptych::typeset {

/// Part of a text with one embedding level; odd levels read from right to left.
struct LevelRun {
    std::uint32_t begin = 0, end = 0;  ///< byte offsets
    std::uint8_t level = 0;
};

/// Part of a text that is read by itself (UAX 9, isolates).
struct Isolate {
    enum class Direction : std::uint8_t { to_right, first_strong };
    std::uint32_t begin = 0, end = 0;  ///< byte offsets
    Direction direction{};
};

/// Levels of a paragraph. The runs cover the text without gaps; `isolates` are sorted and do not
/// overlap.
std::vector<LevelRun> level_runs(std::string_view text, ParagraphDirection direction,
                                 std::span<const Isolate> isolates = {});

/// Whether the letters on both sides of a place in the text join, as in Arabic.
bool letters_join(std::string_view text, std::size_t at);

/// Indices of the parts of a line from left to right (UAX 9, rule L2).
std::vector<std::uint32_t> visual_order(std::span<const std::uint8_t> levels);

}  // namespace triptych::typeset
