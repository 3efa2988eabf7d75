#pragma once

#include <vector>

#include "pages/pages.hpp"

namespace triptych::deck {

/// Makes what is drawn on a page `to`/`from` times as large, and moves its upper left corner to
/// `at`.
void reduce(std::vector<pages::Item>& items, Length to, Length from, Point at);

}  // namespace triptych::deck
