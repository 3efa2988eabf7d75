#include <png.h>

#include <array>
#include <string>

#include "image/raster.hpp"

namespace triptych::image {
namespace {

/// libpng's simplified interface: no long jumps, and it frees itself.
struct PngImage : png_image {
    PngImage() : png_image{} { version = PNG_IMAGE_VERSION; }
    ~PngImage() { png_image_free(this); }
    PngImage(const PngImage&) = delete;
    PngImage& operator=(const PngImage&) = delete;
};

std::uint32_t png_format(const Raster& raster) {
    if (raster.channels == 1) return raster.alpha.empty() ? PNG_FORMAT_GRAY : PNG_FORMAT_GA;
    return raster.alpha.empty() ? PNG_FORMAT_RGB : PNG_FORMAT_RGBA;
}

/// Colours and alpha side by side, as libpng takes them.
std::string interleaved(const Raster& raster) {
    if (raster.alpha.empty()) return raster.pixels;
    const std::size_t count = raster.alpha.size();
    std::string out;
    out.reserve(count * (raster.channels + 1U));
    for (std::size_t i = 0; i < count; ++i) {
        out.append(raster.pixels, i * raster.channels, raster.channels);
        out += raster.alpha[i];
    }
    return out;
}

/// Whether the file is long enough for its pixels: deflate packs at most 1,032 bytes into one. So a
/// header alone makes nobody set memory aside.
bool can_hold_pixels(std::string_view bytes) {
    constexpr std::size_t header = 26;
    constexpr std::array<std::uint8_t, 7> samples = {1, 0, 3, 1, 2, 0, 4};
    if (bytes.size() < header) return false;
    const auto u8 = [&](std::size_t at) { return static_cast<std::uint8_t>(bytes[at]); };
    const auto u32 = [&](std::size_t at) {
        return std::uint64_t{u8(at)} << 24 | u8(at + 1) << 16 | u8(at + 2) << 8 | u8(at + 3);
    };
    const std::size_t colour = u8(25);
    if (colour >= samples.size()) return false;
    const std::uint64_t pixels = u32(16) * u32(20);
    return pixels / 8 * u8(24) * samples[colour] <= bytes.size() * 1032;
}

}  // namespace

std::optional<Raster> decode_png(std::string_view bytes) {
    if (!can_hold_pixels(bytes)) return std::nullopt;
    PngImage image;
    if (!png_image_begin_read_from_memory(&image, bytes.data(), bytes.size())) return std::nullopt;
    if (!is_reasonable(image.width, image.height)) return std::nullopt;
    image.format = PNG_FORMAT_RGBA;
    std::string rgba(PNG_IMAGE_SIZE(image), '\0');
    if (!png_image_finish_read(&image, nullptr, rgba.data(), 0, nullptr)) return std::nullopt;
    return raster_from_rgba(reinterpret_cast<const unsigned char*>(rgba.data()), image.width,
                            image.height);
}

std::string encode_png(const Raster& raster) {
    PngImage image;
    image.width = raster.width;
    image.height = raster.height;
    image.format = png_format(raster);
    const std::string rows = interleaved(raster);
    png_alloc_size_t size = PNG_IMAGE_PNG_SIZE_MAX(image);
    std::string out(size, '\0');
    if (!png_image_write_to_memory(&image, out.data(), &size, 0, rows.data(), 0, nullptr))
        return {};
    out.resize(size);
    return out;
}

}  // namespace triptych::image
