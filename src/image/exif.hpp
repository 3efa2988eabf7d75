#pragma once

#include <cstdint>
#include <string_view>

namespace triptych::image {

/// The orientation tag of an APP1 segment (EXIF 2.32 §4.6.4), 1 when there is none or it makes no
/// sense.
std::uint8_t exif_orientation(std::string_view segment);

}  // namespace triptych::image
