#include "deck/setting/grid.hpp"

#include <cstdint>

namespace triptych::deck {

Length measure_between_margins(const style::Slides& look) {
    return look.size.width - look.margin_left - look.margin_right;
}

Rect in_columns(int first, int last, Rect box, const style::Slides& look) {
    const Length gaps = look.gutter * (look.columns - 1);
    const auto left_of = [&](int column) {
        return (measure_between_margins(look) - gaps).scaled(column - 1, look.columns) +
               look.gutter * (column - 1);
    };
    box.at.x = look.margin_left + left_of(first);
    box.size.width = left_of(last + 1) - look.gutter - left_of(first);
    return box;
}

std::vector<Rect> side_by_side(const Rect& box, std::size_t count, Length gap) {
    std::vector<Rect> boxes;
    const auto all = static_cast<std::int64_t>(count);
    const Length step = count ? (box.size.width + gap) / all : Length{};
    for (std::int64_t i = 0; i < all; ++i)
        boxes.push_back({{box.at.x + step * i, box.at.y}, {step - gap, box.size.height}});
    return boxes;
}

Rect inset(Rect box, Length across, Length down) {
    return {{box.at.x + across, box.at.y + down},
            {box.size.width - across * 2, box.size.height - down * 2}};
}

}  // namespace triptych::deck
