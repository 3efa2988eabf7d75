#include <turbojpeg.h>

#include <algorithm>
#include <memory>
#include <string>

#include "image/jpeg_segments.hpp"
#include "image/raster.hpp"

namespace triptych::image {
namespace {

struct DestroyTransform {
    void operator()(void* handle) const { tjDestroy(handle); }
};
using Handle = std::unique_ptr<void, DestroyTransform>;

const unsigned char* as_bytes(std::string_view text) {
    return reinterpret_cast<const unsigned char*>(text.data());
}
unsigned char* as_bytes(std::string& text) { return reinterpret_cast<unsigned char*>(text.data()); }

/// Each ink takes its part of the light, and black of what is left.
std::string rgb_from_cmyk(const std::string& cmyk, bool inverted) {
    const auto light = [&](std::size_t at) {
        const auto value = static_cast<unsigned char>(cmyk[at]);
        return static_cast<unsigned>(inverted ? value : 255 - value);
    };
    std::string rgb;
    rgb.reserve(cmyk.size() / 4 * 3);
    for (std::size_t i = 0; i + 3 < cmyk.size(); i += 4)
        for (std::size_t channel = 0; channel < 3; ++channel)
            rgb += static_cast<char>(light(i + channel) * light(i + 3) / 255);
    return rgb;
}

/// Whether there is a segment of Adobe's, which stands for inverted inks.
bool is_adobes(std::string_view bytes) {
    constexpr std::uint8_t application_14 = 0xEE;
    JpegSegments segments(bytes);
    while (const auto segment = segments.next())
        if (segment->marker == application_14 && segment->body.starts_with("Adobe")) return true;
    return false;
}

/// Every scan of a progressive file (T.81 Annex G) goes over the whole picture. Encoders make some
/// ten; this allows 15 for the largest picture.
constexpr std::uint64_t most_pixels_in_scans = 15 * most_pixels;

/// `FF DA` stands for nothing else in compressed data, and is rare in what stands around it.
std::uint64_t count_scans(std::string_view bytes) {
    constexpr std::string_view start_of_scan = "\xFF\xDA";
    std::uint64_t count = 0;
    for (auto at = bytes.find(start_of_scan); at != bytes.npos;
         at = bytes.find(start_of_scan, at + 2))
        ++count;
    return count;
}

bool has_reasonable_cost(std::string_view bytes, int width, int height) {
    if (width <= 0 || height <= 0) return false;
    const auto across = static_cast<std::uint64_t>(width),
               down = static_cast<std::uint64_t>(height);
    return is_reasonable(across, down) &&
           across * down * count_scans(bytes) <= most_pixels_in_scans;
}

/// The smallest of the transform's scaling factors, 1 at most, that leaves enough pixels.
tjscalingfactor smallest_factor(int width, int height, PixelSize wanted) {
    int count = 0;
    const tjscalingfactor* factors = tjGetScalingFactors(&count);
    tjscalingfactor best{1, 1};
    for (int i = 0; factors && i < count; ++i) {
        const auto& factor = factors[i];
        const bool enough = TJSCALED(width, factor) >= static_cast<int>(wanted.width) &&
                            TJSCALED(height, factor) >= static_cast<int>(wanted.height);
        if (enough && factor.num * best.denom < best.num * factor.denom) best = factor;
    }
    return best;
}

struct Layout {
    int format;
    std::uint8_t channels;
};

Layout layout_of(int colour_space) {
    if (colour_space == TJCS_GRAY) return {TJPF_GRAY, 1};
    if (colour_space == TJCS_CMYK || colour_space == TJCS_YCCK) return {TJPF_CMYK, 4};
    return {TJPF_RGB, 3};
}

}  // namespace

std::optional<JpegSamples> decode_jpeg_samples(std::string_view bytes,
                                               std::optional<PixelSize> wanted) {
    const Handle handle(tjInitDecompress());
    int width = 0, height = 0, subsampling = 0, colour_space = 0;
    if (!handle || tjDecompressHeader3(handle.get(), as_bytes(bytes), bytes.size(), &width, &height,
                                       &subsampling, &colour_space) != 0)
        return std::nullopt;
    if (!has_reasonable_cost(bytes, width, height)) return std::nullopt;
    const auto layout = layout_of(colour_space);
    if (wanted) {
        const auto factor = smallest_factor(width, height, *wanted);
        width = TJSCALED(width, factor);
        height = TJSCALED(height, factor);
    }
    const auto count = static_cast<std::size_t>(width) * static_cast<std::size_t>(height);
    std::string pixels(count * layout.channels, '\0');
    // A truncated picture is a warning: what is there is shown, the rest is grey.
    if (tjDecompress2(handle.get(), as_bytes(bytes), bytes.size(), as_bytes(pixels), width, 0,
                      height, layout.format, 0) != 0 &&
        tjGetErrorCode(handle.get()) == TJERR_FATAL)
        return std::nullopt;
    return JpegSamples{{static_cast<std::uint32_t>(width), static_cast<std::uint32_t>(height)},
                       layout.channels,
                       layout.channels == 4 && is_adobes(bytes),
                       std::move(pixels)};
}

Raster raster_of(JpegSamples samples) {
    const bool cmyk = samples.channels == 4;
    if (cmyk) samples.pixels = rgb_from_cmyk(samples.pixels, samples.inverted);
    return {samples.size.width,
            samples.size.height,
            static_cast<std::uint8_t>(cmyk ? 3 : samples.channels),
            std::move(samples.pixels),
            {}};
}

std::optional<Raster> decode_jpeg(std::string_view bytes, std::optional<PixelSize> wanted) {
    auto samples = decode_jpeg_samples(bytes, wanted);
    if (!samples) return std::nullopt;
    return raster_of(*std::move(samples));
}

std::string encode_jpeg(const Raster& raster, int quality) {
    const Handle handle(tjInitCompress());
    unsigned char* buffer = nullptr;
    unsigned long size = 0;
    const bool grey = raster.channels == 1;
    const bool done =
        handle && tjCompress2(handle.get(), as_bytes(raster.pixels), static_cast<int>(raster.width),
                              0, static_cast<int>(raster.height), grey ? TJPF_GRAY : TJPF_RGB,
                              &buffer, &size, grey ? TJSAMP_GRAY : TJSAMP_420, quality, 0) == 0;
    std::string out;
    if (done) out.assign(reinterpret_cast<const char*>(buffer), size);
    tjFree(buffer);
    return out;
}

}  // namespace triptych::image
