#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string_view>

#include "image/store.hpp"
#include "svg/clean.hpp"

namespace triptych::image {

/// True when a picture of this size may be decoded.
constexpr bool is_reasonable(std::uint64_t width, std::uint64_t height) {
    return width > 0 && height > 0 && width <= longest_side && height <= longest_side &&
           width * height <= most_pixels;
}

struct PixelSize {
    std::uint32_t width = 0, height = 0;
    friend bool operator==(const PixelSize&, const PixelSize&) = default;
};

/// The largest size of the picture's ratio that fits into `room`; never larger than the picture.
PixelSize shrunk_to_fit(PixelSize picture, PixelSize room);
/// The raster at that size, by a box filter; nothing when it fits as it is.
std::optional<Raster> scaled_down(const Raster& raster, PixelSize room);

/// A raster from interleaved samples of 8 bits: 1 channel is grey, 2 are grey and alpha, 3 RGB, 4
/// RGBA, not premultiplied. The alpha plane is left out when all is opaque, and the colours become
/// grey when all are.
Raster raster_from_samples(const unsigned char* samples, PixelSize size, std::size_t channels);

/// The raster turned and mirrored as an EXIF orientation of 1 to 8 asks (EXIF 2.32 §4.6.4).
Raster turned(Raster raster, std::uint8_t orientation);

/// The picture upright, first frame of an animation. Of a JPEG with a `room`, at the smallest scale
/// the transform offers that fills it; of a vector picture, drawn as large as fits; others whole.
/// A drawing is made harmless first, its text left out. Without a decoder only PNG and JPEG are
/// read.
std::optional<Raster> decode_near(std::string_view bytes, std::optional<PixelSize> room,
                                  const Decoder* decoder);

/// Whether a file means to be SVG, whatever is wrong with it.
bool looks_like_drawing(std::string_view bytes);
/// Of a drawing in pixels, as large as fits into `room`; without one, at its own size.
PixelSize drawn_size(const svg::Drawing& drawing, std::optional<PixelSize> room);
/// A drawing, as large as fits into `room`; without one, at its own size.
std::optional<Raster> draw(const svg::Drawing& drawing, std::optional<PixelSize> room,
                           const Decoder& decoder);

/// Windows' bitmaps, with 1 to 32 bits a pixel, packed by rows or not at all.
std::optional<Raster> decode_bmp(std::string_view bytes);
std::optional<Raster> decode_png(std::string_view bytes);
/// The channels of a JPEG as they are stored.
struct JpegSamples {
    PixelSize size;
    std::uint8_t channels = 3;  ///< 1 grey, 3 RGB, 4 CMYK
    bool inverted = false;      ///< of CMYK: 255 is no ink, as Adobe's programs write
    std::string pixels;
};
/// As stored; the EXIF turn is up to the caller. With `wanted`, at the smallest scale the transform
/// offers that is not smaller in any direction.
std::optional<JpegSamples> decode_jpeg_samples(std::string_view bytes,
                                               std::optional<PixelSize> wanted = std::nullopt);
/// Inks as light that passes through them; what a profile says of them is up to the caller.
Raster raster_of(JpegSamples samples);
/// Both in one.
std::optional<Raster> decode_jpeg(std::string_view bytes,
                                  std::optional<PixelSize> wanted = std::nullopt);

}  // namespace triptych::image
