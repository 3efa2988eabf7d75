#pragma once

#include <cstdint>
#include <vector>

#include "font/library.hpp"
#include "image/store.hpp"
#include "pages/pages.hpp"

/// Pages as pictures.
namespace triptych::raster {

struct Resources {
    const font::Library& fonts;
    const image::Store& images;
};

/// What has to be made of the page's pictures; `draw` asks the store for each of it once.
std::vector<image::Wish> picture_wishes(const pages::Page& page, std::uint32_t width);

/// The page on white, `width` pixels wide and as high as its shape asks, at most 8,000 by 8,000. A
/// picture that can't be decoded is left out. Same page, same pixels.
image::Raster draw(const pages::Page& page, const Resources& resources, std::uint32_t width);

}  // namespace triptych::raster
