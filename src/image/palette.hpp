#pragma once

#include <cstdint>
#include <optional>
#include <string>

#include "image/store.hpp"

namespace triptych::image {

/// A picture of few colours: numbers of colours, packed into rows of whole bytes.
struct Indexed {
    std::string palette;    ///< RGB, in the order of first use
    std::uint8_t bits = 8;  ///< a pixel: 1, 2, 4 or 8
    std::string rows;
    std::size_t row = 0;  ///< bytes a row
};

/// Nothing when the colours are grey or more than 256, or there is alpha.
std::optional<Indexed> indexed(const Raster& raster);

}  // namespace triptych::image
