#pragma once

#include <string_view>

#include "image/store.hpp"

namespace triptych::image {

/// What the head of a BMP, TIFF, HEIC or JPEG XL file says; the unknown format of other files.
Info probe_rare(std::string_view bytes);

}  // namespace triptych::image
