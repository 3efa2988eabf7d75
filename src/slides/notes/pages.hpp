#pragma once

#include <cstddef>
#include <vector>

#include "pages/pages.hpp"
#include "slides/compose/draw_slide.hpp"
#include "slides/setting.hpp"

namespace triptych::slides {

/// The notes of slide `number` (from 0) as pages of the size of slides, in two columns; none when
/// it has none. What they say hangs under the section of `slide`, behind what it shows.
std::vector<pages::Page> notes_pages(const Deck& deck, std::size_t number, DrawnSlide& slide,
                                     const Setting& setting);

}  // namespace triptych::slides
