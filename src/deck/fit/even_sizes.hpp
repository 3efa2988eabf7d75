#pragma once

#include <vector>

#include "deck/setting/setting.hpp"

namespace triptych::deck {

/// Neighbours of one archetype have text of one size: that of the one that has least room.
void even_sizes(std::vector<Slide>& slides, const Settings& settings, const WiderSetting* wider);

}  // namespace triptych::deck
