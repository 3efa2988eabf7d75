#include "image/raster.hpp"

#include <algorithm>
#include <string>
#include <utility>

namespace triptych::image {
namespace {

bool all_grey(const unsigned char* rgba, std::size_t count) {
    for (std::size_t i = 0; i < count; ++i, rgba += 4)
        if (rgba[0] != rgba[1] || rgba[0] != rgba[2]) return false;
    return true;
}

bool all_opaque(const unsigned char* rgba, std::size_t count) {
    for (std::size_t i = 0; i < count; ++i)
        if (rgba[4 * i + 3] != 255) return false;
    return true;
}

/// Where pixel (x, y) of the turned plane comes from.
struct Turn {
    bool swap, mirror_x, mirror_y;
};

Turn turn_of(std::uint8_t orientation) {
    static constexpr Turn turns[] = {
        {false, false, false}, {false, true, false}, {false, true, true}, {false, false, true},
        {true, false, false},  {true, false, true},  {true, true, true},  {true, true, false}};
    return turns[orientation - 1];
}

std::string turned_plane(const std::string& plane, const Raster& from, std::size_t channels,
                         Turn turn) {
    const std::size_t width = turn.swap ? from.height : from.width;
    const std::size_t height = turn.swap ? from.width : from.height;
    std::string out(plane.size(), '\0');
    for (std::size_t y = 0; y < height; ++y)
        for (std::size_t x = 0; x < width; ++x) {
            std::size_t source_x = turn.swap ? y : x, source_y = turn.swap ? x : y;
            if (turn.mirror_x) source_x = from.width - 1 - source_x;
            if (turn.mirror_y) source_y = from.height - 1 - source_y;
            std::copy_n(
                plane.begin() +
                    static_cast<std::ptrdiff_t>((source_y * from.width + source_x) * channels),
                channels, out.begin() + static_cast<std::ptrdiff_t>((y * width + x) * channels));
        }
    return out;
}

}  // namespace

Raster raster_from_rgba(const unsigned char* rgba, std::uint32_t width, std::uint32_t height) {
    const std::size_t count = std::size_t{width} * height;
    const bool grey = all_grey(rgba, count), opaque = all_opaque(rgba, count);
    Raster raster{width, height, static_cast<std::uint8_t>(grey ? 1 : 3), {}, {}};
    raster.pixels.resize(count * raster.channels);
    if (!opaque) raster.alpha.resize(count);
    for (std::size_t i = 0; i < count; ++i) {
        for (std::size_t channel = 0; channel < raster.channels; ++channel)
            raster.pixels[i * raster.channels + channel] = static_cast<char>(rgba[4 * i + channel]);
        if (!opaque) raster.alpha[i] = static_cast<char>(rgba[4 * i + 3]);
    }
    return raster;
}

Raster turned(Raster raster, std::uint8_t orientation) {
    if (orientation <= 1 || orientation > 8) return raster;
    const Turn turn = turn_of(orientation);
    raster.pixels = turned_plane(raster.pixels, raster, raster.channels, turn);
    if (!raster.alpha.empty()) raster.alpha = turned_plane(raster.alpha, raster, 1, turn);
    if (turn.swap) std::swap(raster.width, raster.height);
    return raster;
}

}  // namespace triptych::image
