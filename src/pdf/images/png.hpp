#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace triptych::pdf {

/// The pixels of a PNG file as they are, which FlateDecode with the PNG predictors reads (ISO
/// 32000-1 §7.4.4.4).
struct PngData {
    std::uint32_t width = 0, height = 0;
    std::uint8_t bits = 8, channels = 3;
    std::string palette;  ///< RGB, three bytes an entry, or empty
    std::string data;     ///< the zlib stream
};

/// The same for a file that this program made, whose data is not checked.
std::optional<PngData> trusted_png_data(std::string_view file);
/// Nothing when the file can't stand in a PDF as it is: it is interlaced, transparent, of 16 bits a
/// channel or of a colour space of its own; or it is damaged.
std::optional<PngData> png_data(std::string_view file);

}  // namespace triptych::pdf
