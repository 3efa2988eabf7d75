#include "pptx/templates/picture_kinds.hpp"

#include <array>
#include <cstddef>
#include <cstdint>

#include "base/is_one_of.hpp"

namespace triptych::pptx::templates {
namespace {

constexpr PictureKind png{"image/png", "png"}, jpeg{"image/jpeg", "jpg"}, gif{"image/gif", "gif"},
    bmp{"image/bmp", "bmp"}, tiff{"image/tiff", "tiff"}, emf{"image/x-emf", "emf"},
    wmf{"image/x-wmf", "wmf"};

/// A number of `bytes` bytes, the lowest first; what is behind the end is zero.
std::uint32_t number(std::string_view file, std::size_t at, std::size_t bytes) {
    std::uint32_t value = 0;
    for (std::size_t i = 0; i < bytes; ++i) {
        const auto byte = at + i < file.size() ? static_cast<unsigned char>(file[at + i]) : 0U;
        value |= static_cast<std::uint32_t>(byte) << (8 * i);
    }
    return value;
}

/// Records of EMF that reach a driver: GLS, DRAWESCAPE, EXTESCAPE, NAMEDESCAPE (MS-EMF §2.3).
bool is_for_driver(std::uint32_t record) {
    constexpr std::array<std::uint32_t, 5> kinds = {102, 103, 105, 106, 110};
    return is_one_of(record, kinds);
}

bool is_emf(std::string_view file) {
    return number(file, 0, 4) == 1 && number(file, 40, 4) == 0x464D4520;
}
bool is_quiet_emf(std::string_view file) {
    for (std::size_t at = 0; at < file.size();) {
        const std::uint32_t kind = number(file, at, 4), size = number(file, at + 4, 4);
        if (size < 8 || size > file.size() - at || is_for_driver(kind)) return false;
        constexpr std::uint32_t end_of_file = 14;
        if (kind == end_of_file) return true;
        at += size;
    }
    return false;
}

/// Bytes of the header for placing, which not every file has.
std::size_t placing(std::string_view file) { return number(file, 0, 4) == 0x9AC6CDD7 ? 22 : 0; }
bool is_wmf(std::string_view file) {
    const std::size_t at = placing(file);
    const auto kind = number(file, at, 2);
    return (kind == 1 || kind == 2) && number(file, at + 2, 2) == 9;
}
/// The only escape that does nothing is a comment (MS-WMF §2.3.6).
bool is_quiet_wmf(std::string_view file) {
    constexpr std::size_t header = 18;
    for (std::size_t at = placing(file) + header; at < file.size();) {
        const std::size_t size = std::size_t{number(file, at, 4)} * 2;
        const auto function = number(file, at + 4, 2);
        constexpr std::uint32_t escape = 0x0626, comment = 15;
        if (size < 6 || size > file.size() - at) return false;
        if (function == 0) return true;
        if (function == escape && number(file, at + 6, 2) != comment) return false;
        at += size;
    }
    return false;
}

}  // namespace

const PictureKind* kind_of_picture(std::string_view bytes) {
    if (bytes.starts_with("\x89PNG\r\n\x1A\n")) return &png;
    if (bytes.starts_with("\xFF\xD8\xFF")) return &jpeg;
    if (bytes.starts_with("GIF87a") || bytes.starts_with("GIF89a")) return &gif;
    if (bytes.starts_with("BM")) return &bmp;
    if (bytes.starts_with(std::string_view("II*\0", 4))) return &tiff;
    if (bytes.starts_with(std::string_view("MM\0*", 4))) return &tiff;
    if (is_emf(bytes)) return is_quiet_emf(bytes) ? &emf : nullptr;
    return is_wmf(bytes) && is_quiet_wmf(bytes) ? &wmf : nullptr;
}

}  // namespace triptych::pptx::templates
