#pragma once

#include <cstdint>

#include "base/length.hpp"

namespace triptych::deck {

/// The publisher's sign on a light plate of its own.
struct PlacedLogo {
    Rect plate, picture;
};
/// A picture of so many pixels, as large as fits into `room`, at its lower right corner.
PlacedLogo logo_on_plate(std::uint32_t width, std::uint32_t height, const Rect& room);

}  // namespace triptych::deck
