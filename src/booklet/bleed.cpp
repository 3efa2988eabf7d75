#include "booklet/bleed.hpp"

#include "pages/move_points.hpp"
#include "typeset/galley.hpp"

namespace triptych::booklet {
namespace {

/// What lies this near to a page's edge touches it.
constexpr Length touching = Length::points(0.1);

/// Moves `place` out by `bleed` where it lies on the edge at 0 or at `end`.
Length bled(Length place, Length end, Length before, Length behind) {
    if (place <= touching) return place - before;
    if (place + touching >= end) return place + behind;
    return place;
}

void bleed_grounds(std::vector<pages::Item>& items, Size page, const Reach& reach) {
    const auto bled_point = [&](Point point) {
        return Point{bled(point.x, page.width, reach.left, reach.right),
                     bled(point.y, page.height, reach.top, reach.bottom)};
    };
    for (pages::Item& item : items) {
        if (item.orientation == pages::Orientation::turned) continue;
        if (auto* picture = std::get_if<pages::Picture>(&item.content)) {
            const Point end =
                bled_point(item.at + Point{picture->size.width, picture->size.height});
            item.at = bled_point(item.at);
            picture->size = {end.x - item.at.x, end.y - item.at.y};
        }
        auto* path = std::get_if<pages::Path>(&item.content);
        if (path == nullptr || !path->fill) continue;
        pages::move_points(*path, [&](Point& point) {
            const Point to = bled_point(item.at + point);
            point = {to.x - item.at.x, to.y - item.at.y};
        });
    }
}

bool is_link(const pages::Item& item) {
    return std::holds_alternative<pages::LinkArea>(item.content);
}

}  // namespace

void put_on_paper(std::vector<pages::Item>& items, Size page, const Reach& reach, Point to) {
    std::erase_if(items, is_link);
    bleed_grounds(items, page, reach);
    typeset::shift(items, to);
    for (pages::Item& item : items) item.element = pages::ElementId::layout_artifact;
}

}  // namespace triptych::booklet
