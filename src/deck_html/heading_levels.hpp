#pragma once

#include <array>
#include <cstdint>

#include "doc/model.hpp"

namespace triptych::deck_html {

/// The levels of the headings in `blocks`, closed up to follow one of level `above`
/// without jumps.
std::array<std::uint8_t, 7> closed_levels(const doc::Blocks& blocks, std::uint8_t above);

}  // namespace triptych::deck_html
