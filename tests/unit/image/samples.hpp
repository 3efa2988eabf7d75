#pragma once

#include "image/store.hpp"

namespace triptych::image::samples {

/// A picture in which neighbours differ a little; with alpha, its first column is transparent.
inline Raster gradient(std::uint32_t width, std::uint32_t height, bool alpha) {
    Raster raster{width, height, 3, {}, {}};
    for (std::uint32_t y = 0; y < height; ++y)
        for (std::uint32_t x = 0; x < width; ++x) {
            raster.pixels += static_cast<char>(x * 255 / width);
            raster.pixels += static_cast<char>(y * 255 / height);
            raster.pixels += static_cast<char>(128);
            if (alpha) raster.alpha += static_cast<char>(x == 0 ? 0 : 255);
        }
    return raster;
}

inline unsigned level(char c) { return static_cast<unsigned char>(c); }

}  // namespace triptych::image::samples
