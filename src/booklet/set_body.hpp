#pragma once

#include <optional>
#include <vector>

#include "booklet/outline.hpp"
#include "booklet/plan.hpp"
#include "booklet/side.hpp"

namespace triptych::booklet {

/// A half-title and the blank page in front of it: sides stay what they are.
inline constexpr std::size_t half_title_pages = 2;

/// The body, set: chapters in reading order and the pages they fall on.
struct Body {
    std::vector<ChapterPages> order;
    std::vector<Chapter> chapters;
    std::vector<bool> opened;    ///< by part, whether it has an opener
    std::optional<Side> begins;  ///< the side that its first page must stand on, if one
    std::vector<Leaf> plan;
    std::size_t first_page = 0;  ///< pages in front of the body
    bool has_half_title = false;
    Labels labels;
};

/// What is to be set, in its order.
Body order_body(const Setting& setting);
/// Sets all chapters side by side and numbers their pages, which begin behind `front_pages` others.
void set_body(const Setting& setting, std::size_t front_pages, Body& body);

}  // namespace triptych::booklet
