#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string_view>

#include "image/store.hpp"

namespace triptych::image {

/// True when a picture of this size may be decoded.
constexpr bool is_reasonable(std::uint64_t width, std::uint64_t height) {
    return width > 0 && height > 0 && width <= 65535 && height <= 65535 &&
           width * height <= most_pixels;
}

/// A raster from interleaved RGBA (8 bits, not premultiplied); the alpha plane is left out when all
/// is opaque, and the colours become grey when all are.
Raster raster_from_rgba(const unsigned char* rgba, std::uint32_t width, std::uint32_t height);

/// The raster turned and mirrored as an EXIF orientation of 1 to 8 asks (EXIF 2.32 §4.6.4).
Raster turned(Raster raster, std::uint8_t orientation);

std::optional<Raster> decode_png(std::string_view bytes);
/// As stored; the EXIF turn is up to the caller. With `wanted`, at the smallest scale the transform
/// offers that is not smaller in any direction.
struct PixelSize {
    std::uint32_t width, height;
};
std::optional<Raster> decode_jpeg(std::string_view bytes,
                                  std::optional<PixelSize> wanted = std::nullopt);
/// From libraries loaded on first use; nothing when they are not installed.
std::optional<Raster> decode_webp(std::string_view bytes);
std::optional<Raster> decode_gif(std::string_view bytes);
std::optional<Raster> decode_avif(std::string_view bytes);
std::optional<Raster> draw_svg(std::string_view bytes, double scale);

}  // namespace triptych::image
