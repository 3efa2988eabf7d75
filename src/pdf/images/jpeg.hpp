#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace triptych::pdf {

/// What DCTDecode has to know of a JPEG file (ISO 32000-1 §7.4.8).
struct JpegHeader {
    std::uint32_t width = 0, height = 0;
    std::uint8_t components = 0;
    std::string profile;  ///< ICC profile, whole and of the right colour space, or empty
};

/// Nothing when the file can't stand in a PDF as it is: no baseline or progressive DCT, not 8 bits
/// a sample, four components (CMYK has no place beside an RGB output intent, ISO 19005-2 §6.2.4.3),
/// colours that a reader of PDF would take for others, or cut short.
std::optional<JpegHeader> jpeg_header(std::string_view file);

}  // namespace triptych::pdf
