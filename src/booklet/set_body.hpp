#pragma once

#include <vector>

#include "booklet/outline.hpp"
#include "booklet/plan.hpp"

namespace triptych::booklet {

/// A half-title and the blank page in front of it: sides stay what they are.
inline constexpr std::size_t half_title_pages = 2;

/// The body, set: chapters in reading order and the pages they fall on.
struct Body {
    std::vector<ChapterPages> order;
    std::vector<Chapter> chapters;
    std::vector<bool> opened;  ///< by part, whether it has an opener
    std::vector<Leaf> plan;
    std::size_t first_page = 0;  ///< pages in front of the body
    bool has_half_title = false;
    Labels labels;
};

/// Sets all chapters side by side and numbers their pages, which begin behind `front_pages` others.
Body set_body(const Setting& setting, std::size_t front_pages);

}  // namespace triptych::booklet
