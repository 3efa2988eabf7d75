#pragma once

#include <cstddef>
#include <cstdint>

#include "style/sheet.hpp"

namespace triptych::booklet {

enum class Side : std::uint8_t { recto, verso };

/// The side of the page with so many others in front of it: the cover is a recto.
constexpr Side side_of_page(std::size_t before) {
    return before % 2 == 0 ? Side::recto : Side::verso;
}

/// Left edge of the text block on a page.
inline Length text_left(const style::PageGeometry& page, Side side) {
    return side == Side::recto ? page.inner : page.outer;
}

}  // namespace triptych::booklet
