#pragma once

#include <cstddef>
#include <vector>

#include "deck/setting/setting.hpp"
#include "deck_pages/drawing/draw_slide.hpp"
#include "pages/pages.hpp"

namespace triptych::deck_pages {

/// The notes of slide `number` (from 0) as pages of the size of slides, in two columns; none when
/// it has none. What they say hangs under the section of `slide`, behind what it shows.
std::vector<pages::Page> notes_pages(const deck::Deck& deck, std::size_t number, DrawnSlide& slide,
                                     const deck::Setting& setting);

}  // namespace triptych::deck_pages
