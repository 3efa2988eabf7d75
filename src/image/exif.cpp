#include "image/exif.hpp"

#include <cstddef>

namespace triptych::image {

std::uint8_t exif_orientation(std::string_view segment) {
    constexpr std::string_view signature("Exif\0\0", 6);
    constexpr std::uint32_t orientation_tag = 0x0112;
    if (!segment.starts_with(signature)) return 1;
    const TiffReader tiff(segment.substr(signature.size()));
    const std::size_t directory = tiff.number32(4);
    const std::size_t entries = tiff.number16(directory);
    for (std::size_t i = 0; i < entries; ++i) {
        const std::size_t entry = directory + 2 + 12 * i;
        if (tiff.number16(entry) != orientation_tag) continue;
        const std::uint32_t value = tiff.number16(entry + 8);
        return value >= 1 && value <= 8 ? static_cast<std::uint8_t>(value) : std::uint8_t{1};
    }
    return 1;
}

}  // namespace triptych::image
