#include "image/photograph.hpp"

#include <algorithm>
#include <array>
#include <cstddef>
#include <cstdint>

#include "image/raster.hpp"

namespace triptych::image {
namespace {

constexpr PixelSize thumbnail{240, 240};
constexpr std::size_t most_share = 40;  // per cent of the pixels in one colour
constexpr unsigned shift = 4;           // 16 steps a channel tell colours apart

bool is_for_photographs(Format format) {
    return format == Format::jpeg || format == Format::webp || format == Format::avif ||
           format == Format::heic || format == Format::jxl;
}

/// How many pixels have the most frequent colour.
std::size_t most_alike(const Raster& raster) {
    std::array<std::uint32_t, 1U << (3 * (8 - shift))> counts{};
    const std::size_t channels = raster.channels;
    for (std::size_t at = 0; at + channels <= raster.pixels.size(); at += channels) {
        std::size_t colour = 0;
        for (std::size_t i = 0; i < 3; ++i)
            colour = (colour << (8 - shift)) |
                     (static_cast<unsigned char>(raster.pixels[at + std::min(i, channels - 1)]) >>
                      shift);
        ++counts[colour];
    }
    return *std::max_element(counts.begin(), counts.end());
}

}  // namespace

bool is_photograph(std::string_view bytes, const Decoder* decoder) {
    const auto info = probe(bytes);
    if (!info || !is_for_photographs(info->format)) return false;
    const auto decoded = decode_near(bytes, thumbnail, decoder);
    if (!decoded || !decoded->alpha.empty()) return false;
    const auto small = scaled_down(*decoded, thumbnail);
    const Raster& raster = small ? *small : *decoded;
    const std::size_t all = std::size_t{raster.width} * raster.height;
    return most_alike(raster) * 100 < all * most_share;
}

}  // namespace triptych::image
