#pragma once

#include <vector>

#include "deck/setting/setting.hpp"
#include "pages/pages.hpp"

namespace triptych::deck_pages {

/// Draws the cells of a slide into their boxes, as a list or as parts side by side under `parent`.
void draw_cells(const deck::Slide& slide, const std::vector<deck::CellBox>& boxes,
                pages::ElementId parent, typeset::Context& context, const deck::Setting& setting,
                std::vector<pages::Item>& items);

}  // namespace triptych::deck_pages
