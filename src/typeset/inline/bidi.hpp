#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <string_view>
#include <vector>

/// The bidirectional algorithm (UAX 9), by ICU.
namespace triptych::typeset {

/// Part of a text with one embedding level; odd levels read from right to left.
struct LevelRun {
    std::uint32_t begin = 0, end = 0;  ///< byte offsets
    std::uint8_t level = 0;
};

/// Levels of a paragraph, whose direction is that of its first strong character. The runs cover the
/// text without gaps.
std::vector<LevelRun> level_runs(std::string_view text);

/// Whether the first strong character is one of a script that reads from right to left.
bool starts_right_to_left(std::string_view text);

/// Indices of the parts of a line from left to right (UAX 9, rule L2).
std::vector<std::uint32_t> visual_order(std::span<const std::uint8_t> levels);

}  // namespace triptych::typeset
