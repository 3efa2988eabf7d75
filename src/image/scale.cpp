#include <algorithm>
#include <cstddef>
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
        const std::size_t first = shares.all.size();
        std::uint32_t left = 65536;
        for (std::uint64_t at = begin; at < end;) {
            const std::uint64_t next = std::min(end, (at / target + 1) * target);
            const auto weight = static_cast<std::uint32_t>((next - at) * 65536 / source);
            shares.all.push_back({static_cast<std::uint32_t>(at / target), weight});
            left -= weight;
            at = next;
        }
        shares.all.back().weight += left;
        shares.windows.push_back({first, shares.all.size() - first});
    }
    return shares;
}

unsigned level(char sample) { return static_cast<unsigned char>(sample); }
char rounded(std::uint64_t value) { return static_cast<char>(std::min<std::uint64_t>(255, value)); }

/// Scales one raster, a row at a time. With alpha, colours are weighted by it, so that what is
/// transparent does not bleed into the edges. The sizes of sums are chosen to fit: a row's are
/// below 255 · 255 · 2¹⁶ < 2³², a window's below 2⁴⁸.
template <std::size_t Colours, bool Alpha>
class Scaler {
public:
    Scaler(const Raster& source, std::uint32_t width, std::uint32_t height)
        : source_(source),
          columns_(box_shares(source.width, width)),
          rows_(box_shares(source.height, height)),
          row_(std::size_t{width} * channels),
          sums_(row_.size()) {}

    Raster scaled() {
        Raster target{static_cast<std::uint32_t>(columns_.windows.size()),
                      static_cast<std::uint32_t>(rows_.windows.size()),
                      source_.channels,
                      {},
                      {}};
        target.pixels.reserve(std::size_t{target.width} * target.height * Colours);
        for (const auto& window : rows_.windows) {
            std::fill(sums_.begin(), sums_.end(), 0);
            for (std::size_t i = window.first; i < window.first + window.count; ++i)
                add_row(rows_.all[i]);
            for (std::size_t x = 0; x < sums_.size(); x += channels) append(target, &sums_[x]);
        }
        return target;
    }

private:
    static constexpr std::size_t channels = Colours + (Alpha ? 1 : 0);
    static constexpr std::uint64_t one = std::uint64_t{1} << 32, half = one / 2;

    /// Rows on the border of two windows are narrowed once.
    void add_row(const Share& share) {
        if (share.index != narrowed_) narrow(share.index);
        narrowed_ = share.index;
        for (std::size_t x = 0; x < row_.size(); ++x)
            sums_[x] += std::uint64_t{share.weight} * row_[x];
    }

    void narrow(std::size_t y) {
        const char* colours = source_.pixels.data() + y * source_.width * Colours;
        const char* alpha = Alpha ? source_.alpha.data() + y * source_.width : nullptr;
        auto out = row_.begin();
        for (const auto& window : columns_.windows) {
            std::uint32_t sums[channels] = {};
            for (std::size_t i = window.first; i < window.first + window.count; ++i) {
                const Share& share = columns_.all[i];
                const std::uint32_t weight =
                    Alpha ? share.weight * level(alpha[share.index]) : share.weight;
                const char* pixel = colours + share.index * Colours;
                for (std::size_t c = 0; c < Colours; ++c) sums[c] += weight * level(pixel[c]);
                if (Alpha) sums[Colours] += weight;
            }
            out = std::copy(sums, sums + channels, out);
        }
    }

    void append(Raster& target, const std::uint64_t* sums) const {
        const std::uint64_t opacity = Alpha ? sums[Colours] : one;
        for (std::size_t c = 0; c < Colours; ++c)
            target.pixels += rounded(opacity == 0 ? 0 : (sums[c] + opacity / 2) / opacity);
        if (Alpha) target.alpha += rounded((opacity + half) / one);
    }

    const Raster& source_;
    Shares columns_, rows_;
    std::vector<std::uint32_t> row_;
    std::vector<std::uint64_t> sums_;
    std::size_t narrowed_ = static_cast<std::size_t>(-1);
};

Raster scaled(const Raster& source, std::uint32_t width, std::uint32_t height) {
    if (source.channels == 1)
        return source.alpha.empty() ? Scaler<1, false>(source, width, height).scaled()
                                    : Scaler<1, true>(source, width, height).scaled();
    return source.alpha.empty() ? Scaler<3, false>(source, width, height).scaled()
                                : Scaler<3, true>(source, width, height).scaled();
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
    return scaled(raster, std::max(1U, width), std::max(1U, height));
}

}  // namespace triptych::image
