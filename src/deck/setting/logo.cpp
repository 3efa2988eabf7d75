#include "deck/setting/logo.hpp"

#include <algorithm>

#include "deck/setting/grid.hpp"

namespace triptych::deck {
namespace {

using namespace literals;

constexpr Length padding = 8_pt;

}  // namespace

PlacedLogo logo_on_plate(std::uint32_t pixels_across, std::uint32_t pixels_down, const Rect& room) {
    const auto width = std::max<std::int64_t>(1, pixels_across);
    const auto height = std::max<std::int64_t>(1, pixels_down);
    const Size most = inset(room, padding, padding).size;
    Size size = {most.width, most.width.scaled(height, width)};
    if (size.height > most.height) size = {most.height.scaled(width, height), most.height};
    const Size plate = {size.width + padding * 2, size.height + padding * 2};
    const Point at = {right(room) - plate.width, bottom(room) - plate.height};
    return {{at, plate}, {{at.x + padding, at.y + padding}, size}};
}

}  // namespace triptych::deck
