#include "image/raster.hpp"

#include <algorithm>
#include <string>
#include <utility>

namespace triptych::image {
namespace {

template <std::size_t Channels>
bool all_grey(const unsigned char* samples, std::size_t count) {
    for (std::size_t i = 0; i < count; ++i, samples += Channels)
        if (samples[0] != samples[1] || samples[0] != samples[2]) return false;
    return true;
}

template <std::size_t Channels>
bool all_opaque(const unsigned char* samples, std::size_t count) {
    for (std::size_t i = 0; i < count; ++i)
        if (samples[i * Channels + Channels - 1] != 255) return false;
    return true;
}

/// Channels `From` and up of every pixel, `Count` of them, side by side.
template <std::size_t Channels, std::size_t From, std::size_t Count>
std::string plane(const unsigned char* samples, std::size_t count) {
    std::string out(count * Count, '\0');
    char* to = out.data();
    for (std::size_t i = 0; i < count; ++i)
        for (std::size_t c = 0; c < Count; ++c)
            to[i * Count + c] = static_cast<char>(samples[i * Channels + From + c]);
    return out;
}

template <std::size_t Channels>
Raster split(const unsigned char* samples, PixelSize size) {
    constexpr std::size_t colours = Channels < 3 ? 1 : 3;
    const std::size_t count = std::size_t{size.width} * size.height;
    Raster raster{size.width, size.height, 1, {}, {}};
    bool grey = true;
    if constexpr (colours == 3) grey = all_grey<Channels>(samples, count);
    if (grey) {
        raster.pixels = plane<Channels, 0, 1>(samples, count);
    } else {
        raster.channels = colours;
        raster.pixels = plane<Channels, 0, colours>(samples, count);
    }
    if constexpr (Channels != colours)
        if (!all_opaque<Channels>(samples, count))
            raster.alpha = plane<Channels, colours, 1>(samples, count);
    return raster;
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

Raster raster_from_samples(const unsigned char* samples, PixelSize size, std::size_t channels) {
    switch (channels) {
        case 1:
            return split<1>(samples, size);
        case 2:
            return split<2>(samples, size);
        case 3:
            return split<3>(samples, size);
        default:
            return split<4>(samples, size);
    }
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
