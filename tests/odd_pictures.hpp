#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include <turbojpeg.h>

#include "base/deflate.hpp"

/// PNG and JPEG files of the kinds that cameras, scanners and print shops leave, made by hand.
namespace triptych::odd_pictures {

inline std::string big_endian(std::uint32_t value, unsigned bytes) {
    std::string out;
    while (bytes-- > 0) out += static_cast<char>(value >> 8 * bytes & 0xFF);
    return out;
}

inline std::string png_chunk(std::string_view type, std::string_view data) {
    return big_endian(static_cast<std::uint32_t>(data.size()), 4) + std::string(type) +
           std::string(data) + big_endian(crc32(data, crc32(type)), 4);
}

/// A PNG file of one pixel (ISO/IEC 15948).
struct Png {
    std::string_view name;
    char bits, type;
    std::string pixel;   ///< as the file holds it
    std::string shown;   ///< as a viewer shows it: grey or colours
    std::string before;  ///< chunks before the pixel
    bool interlaced = false;

    std::string file() const {
        const std::string header = big_endian(1, 4) + big_endian(1, 4) + bits + type +
                                   std::string(2, '\0') + (interlaced ? '\1' : '\0');
        return "\x89PNG\r\n\x1A\n" + png_chunk("IHDR", header) + before +
               png_chunk("IDAT", deflate('\0' + pixel)) + png_chunk("IEND", {});
    }
};

inline std::vector<Png> pngs() {
    using namespace std::string_literals;
    const std::string orange = "\xFF\x40\0"s, grey = "\x60";
    const std::string palette = png_chunk("PLTE", orange + "\0\0\xFF"s);
    return {
        {"grey of 1 bit", 1, 0, "\x80", "\xFF", {}},
        {"grey of 2 bits", 2, 0, "\x40", "\x55", {}},
        {"grey of 4 bits", 4, 0, "\x60", "\x66", {}},
        {"grey of 16 bits", 16, 0, "\x60\x60", grey, {}},
        {"grey with a transparent level", 8, 0, "\x60", grey, png_chunk("tRNS", "\0\x61"s)},
        {"grey with alpha", 8, 4, "\x60\xFF", grey, {}},
        {"grey with alpha of 16 bits", 16, 4, "\x60\x60\xFF\xFF", grey, {}},
        {"colours of 8 bits", 8, 2, orange, orange, {}},
        {"colours of 16 bits", 16, 2, "\xFF\xFF\x40\x40\0\0"s, orange, {}},
        {"colours with alpha", 8, 6, orange + '\xFF', orange, {}},
        {"colours with alpha of 16 bits", 16, 6, "\xFF\xFF\x40\x40\0\0\xFF\xFF"s, orange, {}},
        {"palette of 1 bit", 1, 3, "\0"s, orange, palette},
        {"palette of 2 bits", 2, 3, "\0"s, orange, palette},
        {"palette of 4 bits", 4, 3, "\0"s, orange, palette},
        {"palette of 8 bits", 8, 3, "\0"s, orange, palette},
        {"palette with alpha", 8, 3, "\0"s, orange, palette + png_chunk("tRNS", "\xFF\x80")},
        {"interlaced", 8, 2, orange, orange, {}, true},
        {"with a gamma of its own", 8, 2, orange, orange, png_chunk("gAMA", big_endian(45000, 4))},
        {"with a palette that is a hint", 8, 2, orange, orange, palette}};
}

/// A JPEG file of 16 × 16 pixels of one colour, or of the inks of Adobe's CMYK, which are stored
/// inverted.
inline std::string jpeg(int format, std::string_view pixel, int flags = 0) {
    constexpr int side = 16;
    std::string pixels;
    for (int i = 0; i < side * side; ++i) pixels += pixel;
    const tjhandle handle = tjInitCompress();
    unsigned char* bytes = nullptr;
    unsigned long size = 0;
    tjCompress2(handle, reinterpret_cast<const unsigned char*>(pixels.data()), side, 0, side,
                format, &bytes, &size, format == TJPF_GRAY ? TJSAMP_GRAY : TJSAMP_444, 95, flags);
    std::string out(reinterpret_cast<const char*>(bytes), size);
    tjFree(bytes);
    tjDestroy(handle);
    return out;
}

/// With a segment put behind the first marker.
inline std::string with_segment(const std::string& jpeg, char marker, std::string_view data) {
    return jpeg.substr(0, 2) + '\xFF' + marker +
           big_endian(static_cast<std::uint32_t>(data.size() + 2), 2) + std::string(data) +
           jpeg.substr(2);
}

/// Without the segments of applications, JFIF's and Adobe's.
inline std::string without_applications(const std::string& jpeg) {
    std::string out = jpeg.substr(0, 2);
    for (std::size_t at = 2; at + 4 <= jpeg.size();) {
        const std::size_t size = 2 + (static_cast<unsigned char>(jpeg[at + 2]) << 8 |
                                      static_cast<unsigned char>(jpeg[at + 3]));
        if ((jpeg[at + 1] & 0xF0) != 0xE0) return out + jpeg.substr(at);
        at += size;
    }
    return out;
}

/// Adobe's segment; `transform` is 0 for colours as they are, 1 for YCbCr, 2 for YCCK.
inline std::string adobe_segment(char transform) {
    return std::string("Adobe\0\x64\0\0\0\0", 11) + transform;
}

}  // namespace triptych::odd_pictures
