#pragma once

#include "deck/setting/zones.hpp"

/// Inside of the folder: the arrangements of kinds of slides, a file for each.
namespace triptych::deck {

Arrangement arrange_cover(const Slide& slide, const style::Slides& look);
Arrangement arrange_full_picture(const Slide& slide, const style::Slides& look);
Arrangement arrange_content(const Slide& slide, const style::Slides& look);

/// The box of a picture that has text beside it, or the slide to itself.
Rect picture_box(const Slide& slide, const Rect& content, const style::Slides& look);
/// Columns of the text beside it.
Rect text_beside_picture(const Slide& slide, const Rect& content, const style::Slides& look);
bool has_text_beside_picture(const Slide& slide);

}  // namespace triptych::deck
