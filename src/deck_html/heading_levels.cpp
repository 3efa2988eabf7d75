#include "deck_html/heading_levels.hpp"

#include <algorithm>
#include <variant>

namespace triptych::deck_html {

std::array<std::uint8_t, 7> closed_levels(const doc::Blocks& blocks, std::uint8_t above) {
    std::array<bool, 7> used{};
    for (const auto& block : blocks)
        if (const auto* heading = std::get_if<doc::Heading>(&block.node))
            used[std::clamp<std::size_t>(heading->level, 1, 6)] = true;
    std::array<std::uint8_t, 7> levels{};
    std::uint8_t next = static_cast<std::uint8_t>(above + 1);
    for (std::size_t i = 1; i < levels.size(); ++i) {
        levels[i] = std::min<std::uint8_t>(next, 6);
        if (used[i]) ++next;
    }
    return levels;
}

}  // namespace triptych::deck_html
