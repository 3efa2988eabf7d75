#include "pdf/box.hpp"

#include <algorithm>
#include <initializer_list>

namespace triptych::pdf {

namespace {

constexpr std::int64_t least_side = 300, greatest_side = 1'440'000;

void write_numbers(object::Array& out, std::initializer_list<std::int64_t> values) {
    for (const std::int64_t value : values) out.hundredths(value);
}

std::int64_t side(Length length) {
    return std::clamp(object::hundredths(length), least_side, greatest_side);
}

/// Never smaller than a page may be.
Box inset(const Box& box, Length by) {
    const std::int64_t most =
        (std::min(box.right - box.left, box.top - box.bottom) - least_side) / 2;
    const std::int64_t all =
        std::clamp<std::int64_t>(object::hundredths(by), 0, std::max<std::int64_t>(0, most));
    return {box.left + all, box.bottom + all, box.right - all, box.top - all};
}

}  // namespace

void Box::write(object::Array&& out) const { write_numbers(out, {left, bottom, right, top}); }

void Box::write_corners(object::Array&& out) const {
    write_numbers(out, {left, top, right, top, left, bottom, right, bottom});
}

Box Box::joined(const Box& other) const {
    return {std::min(left, other.left), std::min(bottom, other.bottom),
            std::max(right, other.right), std::max(top, other.top)};
}

Box media_box(const pages::Page& page) {
    return {0, 0, side(page.size.width), side(page.size.height)};
}

Box bleed_box(const pages::Page& page) { return inset(media_box(page), page.slug); }

Box trim_box(const pages::Page& page) { return inset(bleed_box(page), page.bleed); }

std::int64_t y_on_page(const pages::Page& page, Length y) {
    return side(page.size.height) - object::hundredths(y);
}

Box box_on_page(const pages::Page& page, const Rect& rect) {
    return {object::hundredths(rect.at.x), y_on_page(page, rect.at.y + rect.size.height),
            object::hundredths(rect.at.x + rect.size.width), y_on_page(page, rect.at.y)};
}

}  // namespace triptych::pdf
