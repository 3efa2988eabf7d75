#include <algorithm>
#include <cstdint>
#include <string>
#include <vector>

#include "image/raster.hpp"

namespace triptych::image {
namespace {

/// How much of source sample `index` goes into a target sample; weights of a target add up to
/// 65536.
struct Share {
    std::uint32_t index, weight;
};
struct Window {
    std::size_t first, count;
};
struct Shares {
    std::vector<Share> all;
    std::vector<Window> windows;  ///< one a target sample
};

/// A box filter: each target sample is the mean of the stretch of source samples it covers.
Shares box_shares(std::uint32_t source, std::uint32_t target) {
    Shares shares;
    for (std::uint64_t i = 0; i < target; ++i) {
        const std::uint64_t begin = i * source, end = (i + 1) * source;  // in 1/target samples
        const Window window{shares.all.size(), 0};
        std::uint32_t left = 65536;
        for (std::uint64_t at = begin; at < end;) {
            const std::uint64_t next = std::min(end, (at / target + 1) * target);
            const auto weight = static_cast<std::uint32_t>((next - at) * 65536 / source);
            shares.all.push_back({static_cast<std::uint32_t>(at / target), weight});
            left -= weight;
            at = next;
        }
        shares.all.back().weight += left;
        shares.windows.push_back({window.first, shares.all.size() - window.first});
    }
    return shares;
}

struct Plane {
    std::uint32_t width, height;
    std::size_t channels;
    std::vector<std::uint16_t> samples;  ///< 8.8 fixed point
};

Plane narrowed(const Plane& from, std::uint32_t width) {
    const Shares shares = box_shares(from.width, width);
    Plane to{width, from.height, from.channels, {}};
    to.samples.resize(std::size_t{width} * from.height * from.channels);
    auto out = to.samples.begin();
    for (std::size_t y = 0; y < from.height; ++y)
        for (const auto& window : shares.windows)
            for (std::size_t channel = 0; channel < from.channels; ++channel) {
                std::uint64_t sum = 0;
                for (std::size_t i = 0; i < window.count; ++i) {
                    const auto& share = shares.all[window.first + i];
                    sum += std::uint64_t{share.weight} *
                           from.samples[(y * from.width + share.index) * from.channels + channel];
                }
                *out++ = static_cast<std::uint16_t>(sum >> 16);
            }
    return to;
}

Plane shortened(const Plane& from, std::uint32_t height) {
    const Shares shares = box_shares(from.height, height);
    const std::size_t row = from.width * from.channels;
    Plane to{from.width, height, from.channels, std::vector<std::uint16_t>(row * height)};
    std::vector<std::uint64_t> sums(row);
    for (std::size_t y = 0; y < height; ++y) {
        std::fill(sums.begin(), sums.end(), 0);
        const auto& window = shares.windows[y];
        for (std::size_t i = 0; i < window.count; ++i) {
            const auto& share = shares.all[window.first + i];
            const auto* source = from.samples.data() + share.index * row;
            for (std::size_t x = 0; x < row; ++x)
                sums[x] += std::uint64_t{share.weight} * source[x];
        }
        for (std::size_t x = 0; x < row; ++x)
            to.samples[y * row + x] = static_cast<std::uint16_t>(sums[x] >> 16);
    }
    return to;
}

/// Colours are weighted by their alpha, so that what is transparent does not bleed into the edges.
Plane plane_of(const Raster& raster) {
    const bool alpha = !raster.alpha.empty();
    const std::size_t count = std::size_t{raster.width} * raster.height;
    Plane plane{raster.width, raster.height, raster.channels + (alpha ? 1U : 0U), {}};
    plane.samples.reserve(count * plane.channels);
    for (std::size_t i = 0; i < count; ++i) {
        const unsigned opacity = alpha ? static_cast<unsigned char>(raster.alpha[i]) : 255U;
        for (std::size_t channel = 0; channel < raster.channels; ++channel) {
            const unsigned value =
                static_cast<unsigned char>(raster.pixels[i * raster.channels + channel]);
            plane.samples.push_back(static_cast<std::uint16_t>(value * 256 * opacity / 255));
        }
        if (alpha) plane.samples.push_back(static_cast<std::uint16_t>(opacity * 256));
    }
    return plane;
}

char rounded(std::uint32_t sample) {
    return static_cast<char>(std::min<std::uint32_t>(255, (sample + 128) >> 8));
}

Raster raster_of(const Plane& plane, std::uint8_t channels) {
    Raster raster{plane.width, plane.height, channels, {}, {}};
    const bool alpha = plane.channels > channels;
    for (std::size_t i = 0; i < plane.samples.size(); i += plane.channels) {
        const std::uint32_t opacity = alpha ? plane.samples[i + channels] : 255U * 256U;
        for (std::size_t channel = 0; channel < channels; ++channel) {
            const std::uint32_t value = plane.samples[i + channel];
            raster.pixels += rounded(
                opacity == 0
                    ? 0
                    : static_cast<std::uint32_t>(std::uint64_t{value} * 255 * 256 / opacity));
        }
        if (alpha) raster.alpha += rounded(opacity);
    }
    return raster;
}

}  // namespace

Raster scale_down(Raster raster, std::uint32_t width, std::uint32_t height) {
    if (raster.width <= width && raster.height <= height) return raster;
    const std::uint64_t by_width = std::uint64_t{width} * raster.height;
    const std::uint64_t by_height = std::uint64_t{height} * raster.width;
    if (by_width <= by_height)
        height = static_cast<std::uint32_t>((by_width + raster.width / 2) / raster.width);
    else
        width = static_cast<std::uint32_t>((by_height + raster.height / 2) / raster.height);
    const Plane plane =
        shortened(narrowed(plane_of(raster), std::max(1U, width)), std::max(1U, height));
    return raster_of(plane, raster.channels);
}

}  // namespace triptych::image
