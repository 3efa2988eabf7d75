#include "pages/pages.hpp"

namespace triptych::pages {

Rect box_as_drawn(const Item& item, const Rect& upright) {
    if (item.orientation == Orientation::upright) return upright;
    const Point from{upright.at.x - item.at.x, upright.at.y - item.at.y};
    return {{item.at.x + from.y, item.at.y - from.x - upright.size.width},
            {upright.size.height, upright.size.width}};
}

}  // namespace triptych::pages
