#pragma once

#include <vector>

#include "deck/setting/setting.hpp"

namespace triptych::deck {

/// Neighbours of one archetype have text of one size: where one of them has no room for the large
/// size, the others are set in the usual size, too.
void even_sizes(std::vector<Slide>& slides, const Settings& settings, const WiderSetting* wider);

}  // namespace triptych::deck
