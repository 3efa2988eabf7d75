#pragma once

#include <vector>

#include "pages/pages.hpp"

namespace triptych::booklet {

/// How far grounds run beyond each edge of a trimmed page.
struct Reach {
    Length left, right, top, bottom;
};

/// Grounds and pictures that touch the edges of a page of size `page` run on by `reach`. Pictures
/// are stretched for it, by two hundredths at most.
void bleed_grounds(std::vector<pages::Item>& items, Size page, const Reach& reach);

/// Paper has no links.
void drop_links(std::vector<pages::Item>& items);

}  // namespace triptych::booklet
