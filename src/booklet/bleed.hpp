#pragma once

#include <vector>

#include "pages/pages.hpp"

namespace triptych::booklet {

/// How far grounds run beyond each edge of a trimmed page.
struct Reach {
    Length left, right, top, bottom;
};

/// Puts what is drawn on a page of size `page` on larger paper, its corner at `to`: without links
/// and tags; grounds and pictures that touch the edges run on by `reach`. Pictures are stretched
/// for it, by two hundredths at most.
void put_on_paper(std::vector<pages::Item>& items, Size page, const Reach& reach, Point to);

}  // namespace triptych::booklet
