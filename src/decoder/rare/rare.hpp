#pragma once

#include <cstdint>
#include <optional>
#include <string_view>

#include "decoder/common/pixels.hpp"

namespace triptych::decoder {

/// The first picture of a file with several; upright, but for TIFF, which comes as it is stored.
/// Nothing when the file can't be read or has
/// more pixels.
std::optional<Pixels> decode_tiff(std::string_view file, std::uint32_t most_pixels);
std::optional<Pixels> decode_heic(std::string_view file, std::uint32_t most_pixels);
std::optional<Pixels> decode_jxl(std::string_view file, std::uint32_t most_pixels);

}  // namespace triptych::decoder
