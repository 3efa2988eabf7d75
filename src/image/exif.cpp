#include "image/exif.hpp"

#include <cstddef>

namespace triptych::image {
namespace {

/// A TIFF structure, whose numbers are in either byte order; reads outside it give 0.
class Tiff {
public:
    explicit Tiff(std::string_view bytes) : bytes_(bytes), little_(bytes.starts_with("II")) {}

    std::uint32_t number16(std::size_t at) const {
        const std::uint32_t first = byte_at(at), second = byte_at(at + 1);
        return little_ ? first | second << 8 : first << 8 | second;
    }
    std::uint32_t number32(std::size_t at) const {
        const std::uint32_t first = number16(at), second = number16(at + 2);
        return little_ ? first | second << 16 : first << 16 | second;
    }

private:
    std::uint32_t byte_at(std::size_t at) const {
        return at < bytes_.size() ? static_cast<unsigned char>(bytes_[at]) : 0U;
    }
    std::string_view bytes_;
    bool little_;
};

}  // namespace

std::uint8_t exif_orientation(std::string_view segment) {
    constexpr std::string_view signature("Exif\0\0", 6);
    constexpr std::uint32_t orientation_tag = 0x0112;
    if (!segment.starts_with(signature)) return 1;
    const Tiff tiff(segment.substr(signature.size()));
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
