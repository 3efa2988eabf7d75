#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <string>
#include <vector>

#include "image/raster.hpp"

namespace triptych::image {
namespace {

using Weight = std::uint16_t;
/// The weights of one target sample add up to this.
constexpr std::uint32_t whole = 1U << 15;
/// The largest sample times the largest opacity: colours are carried multiplied by opacity.
constexpr std::uint32_t full = 255 * 255;

/// The stretch of source samples that goes into a target sample.
struct Window {
    std::size_t source, weight, count;  ///< first sample, first weight, number of both
};
struct Windows {
    std::vector<Weight> weights;
    std::vector<Window> all;  ///< one a target sample
};

/// A box filter: each target sample is the mean of the stretch of source samples it covers.
Windows box_windows(std::uint32_t source, std::uint32_t target) {
    Windows windows;
    for (std::uint64_t i = 0; i < target; ++i) {
        const std::uint64_t begin = i * source, end = (i + 1) * source;  // in 1/target samples
        const std::size_t first = windows.weights.size();
        std::uint32_t left = whole;
        for (std::uint64_t at = begin; at < end;) {
            const std::uint64_t next = std::min(end, (at / target + 1) * target);
            const auto weight = static_cast<Weight>((next - at) * whole / source);
            windows.weights.push_back(weight);
            left -= weight;
            at = next;
        }
        Weight& middle = windows.weights[first + (windows.weights.size() - first) / 2];
        middle = static_cast<Weight>(middle + left);
        windows.all.push_back({begin / target, first, windows.weights.size() - first});
    }
    return windows;
}

std::uint32_t level(char sample) { return static_cast<unsigned char>(sample); }

void add_weighted(std::uint32_t* sums, const std::uint16_t* samples, std::size_t count,
                  Weight weight) {
    for (std::size_t i = 0; i < count; ++i) sums[i] += std::uint32_t{samples[i]} * weight;
}

void divide_by_whole(std::uint16_t* samples, const std::uint32_t* sums, std::size_t count) {
    for (std::size_t i = 0; i < count; ++i)
        samples[i] = static_cast<std::uint16_t>(sums[i] / whole);
}

/// Scales one raster: rows first, which is plain arithmetic on long lines that compilers turn into
/// vector code, then columns of the few rows that are left. Samples are averaged as they are
/// stored, not as amounts of light: it is what browsers and slide programs do, and fine dark text
/// on white keeps its weight.
template <std::size_t Colours, bool Alpha>
class Scaler {
public:
    Scaler(const Raster& source, std::uint32_t width, std::uint32_t height)
        : source_(source),
          columns_(box_windows(source.width, width)),
          rows_(box_windows(source.height, height)),
          line_(std::size_t{source.width} * channels),
          sums_(line_.size()) {}

    Raster scaled() {
        Raster target{static_cast<std::uint32_t>(columns_.all.size()),
                      static_cast<std::uint32_t>(rows_.all.size()),
                      source_.channels,
                      {},
                      {}};
        const std::size_t count = std::size_t{target.width} * target.height;
        target.pixels.resize(count * Colours);
        if (Alpha) target.alpha.resize(count);
        std::size_t pixel = 0;
        for (const Window& window : rows_.all) {
            narrow_rows(window);
            for (const Window& column : columns_.all) put(target, pixel++, mean(column));
        }
        return target;
    }

private:
    static constexpr std::size_t channels = Colours + (Alpha ? 1 : 0);
    struct Sample {
        std::uint32_t channel[channels];
    };

    /// Brings `line_` to the mean of the window's rows.
    void narrow_rows(const Window& window) {
        std::fill(sums_.begin(), sums_.end(), 0);
        for (std::size_t i = 0; i < window.count; ++i) {
            load(window.source + i);
            add_weighted(sums_.data(), line_.data(), line_.size(),
                         rows_.weights[window.weight + i]);
        }
        divide_by_whole(line_.data(), sums_.data(), line_.size());
    }

    /// Brings row `y` into `line_`.
    void load(std::size_t y) {
        const char* colours = source_.pixels.data() + y * source_.width * Colours;
        if constexpr (Alpha) {
            const char* alpha = source_.alpha.data() + y * source_.width;
            for (std::size_t x = 0; x < source_.width; ++x) {
                const std::uint32_t opacity = level(alpha[x]);
                for (std::size_t c = 0; c < Colours; ++c)
                    line_[x * channels + c] =
                        static_cast<std::uint16_t>(level(colours[x * Colours + c]) * opacity);
                line_[x * channels + Colours] = static_cast<std::uint16_t>(opacity * 255);
            }
        } else {
            for (std::size_t x = 0; x < line_.size(); ++x)
                line_[x] = static_cast<std::uint16_t>(level(colours[x]) * 255);
        }
    }

    Sample mean(const Window& window) const {
        Sample sum{};
        const std::uint16_t* from = line_.data() + window.source * channels;
        for (std::size_t i = 0; i < window.count; ++i, from += channels)
            for (std::size_t c = 0; c < channels; ++c)
                sum.channel[c] += std::uint32_t{from[c]} * columns_.weights[window.weight + i];
        for (std::uint32_t& channel : sum.channel) channel /= whole;
        return sum;
    }

    static void put(Raster& target, std::size_t pixel, const Sample& sample) {
        const std::uint32_t opacity = Alpha ? sample.channel[Colours] : full;
        for (std::size_t c = 0; c < Colours; ++c) {
            const std::uint32_t colour =
                opacity == 0 ? 0 : (sample.channel[c] * 255 + opacity / 2) / opacity;
            target.pixels[pixel * Colours + c] =
                static_cast<char>(std::min<std::uint32_t>(255, colour));
        }
        if (Alpha) target.alpha[pixel] = static_cast<char>((opacity + 127) / 255);
    }

    const Raster& source_;
    Windows columns_, rows_;
    std::vector<std::uint16_t> line_;
    std::vector<std::uint32_t> sums_;
};

Raster scaled(const Raster& source, std::uint32_t width, std::uint32_t height) {
    if (source.channels == 1)
        return source.alpha.empty() ? Scaler<1, false>(source, width, height).scaled()
                                    : Scaler<1, true>(source, width, height).scaled();
    return source.alpha.empty() ? Scaler<3, false>(source, width, height).scaled()
                                : Scaler<3, true>(source, width, height).scaled();
}

}  // namespace

PixelSize shrunk_to_fit(PixelSize picture, PixelSize room) {
    if (picture.width <= room.width && picture.height <= room.height) return picture;
    const std::uint64_t by_width = std::uint64_t{room.width} * picture.height;
    const std::uint64_t by_height = std::uint64_t{room.height} * picture.width;
    const auto rounded = [](std::uint64_t area, std::uint32_t side) {
        return std::max(1U, static_cast<std::uint32_t>((area + side / 2) / side));
    };
    if (by_width <= by_height) return {room.width, rounded(by_width, picture.width)};
    return {rounded(by_height, picture.height), room.height};
}

std::optional<Raster> scaled_down(const Raster& raster, PixelSize room) {
    const PixelSize size = shrunk_to_fit({raster.width, raster.height}, room);
    if (size == PixelSize{raster.width, raster.height}) return std::nullopt;
    return scaled(raster, size.width, size.height);
}

}  // namespace triptych::image
