#pragma once

#include <cstddef>
#include <cstdint>
#include <string_view>

namespace triptych::image {

/// A TIFF structure, whose numbers are in either byte order; reads outside it give 0.
class TiffReader {
public:
    explicit TiffReader(std::string_view bytes) : bytes_(bytes), little_(bytes.starts_with("II")) {}

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

/// The orientation tag of an APP1 segment (EXIF 2.32 §4.6.4), 1 when there is none or it makes no
/// sense.
std::uint8_t exif_orientation(std::string_view segment);

}  // namespace triptych::image
