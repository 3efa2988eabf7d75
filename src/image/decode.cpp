#include <algorithm>
#include <cmath>
#include <utility>

#include "image/decoder.hpp"
#include "image/profile.hpp"
#include "image/raster.hpp"

namespace triptych::image {
namespace {

/// Pixels of four bytes: grey or RGB and opacity.
std::string four_channels(const Raster& raster) {
    const std::size_t count = std::size_t{raster.width} * raster.height;
    std::string out(count * 4, '\xFF');
    for (std::size_t i = 0; i < count; ++i) {
        for (std::size_t c = 0; c < 3; ++c)
            out[4 * i + c] = raster.pixels[raster.channels == 1 ? i : 3 * i + c];
        if (!raster.alpha.empty()) out[4 * i + 3] = raster.alpha[i];
    }
    return out;
}

/// In sRGB, where the file says that its colours are others and that can be understood.
Raster in_srgb(Raster raster, std::string_view profile, const Decoder* decoder) {
    if (decoder == nullptr || !differs_from_srgb(profile)) return raster;
    const bool grey = profile.substr(16, 4) == "GRAY";
    if (grey && raster.channels != 1) return raster;
    auto converted =
        decoder->to_srgb(four_channels(raster), {raster.width, raster.height},
                         grey ? protocol::Channels::grey : protocol::Channels::rgba, profile);
    return converted ? *std::move(converted) : std::move(raster);
}

Raster in_srgb(JpegSamples samples, std::string_view profile, const Decoder* decoder) {
    if (samples.channels != 4) return in_srgb(raster_of(std::move(samples)), profile, decoder);
    if (decoder != nullptr && !profile.empty()) {
        auto converted = decoder->to_srgb(
            samples.pixels, samples.size,
            samples.inverted ? protocol::Channels::inverted_cmyk : protocol::Channels::cmyk,
            profile);
        if (converted) return *std::move(converted);
    }
    return raster_of(std::move(samples));
}

std::optional<Raster> upright_jpeg(std::string_view bytes, const Info& info,
                                   std::optional<PixelSize> room, const Decoder* decoder) {
    if (room) {
        *room = shrunk_to_fit({info.width, info.height}, *room);
        if (info.orientation > 4) std::swap(room->width, room->height);
    }
    auto samples = decode_jpeg_samples(bytes, room);
    if (!samples) return std::nullopt;
    const std::string profile =
        info.foreign_colours || samples->channels == 4 ? profile_of_jpeg(bytes) : std::string();
    return turned(in_srgb(*std::move(samples), profile, decoder), info.orientation);
}

std::optional<Raster> drawn_svg(std::string_view bytes, std::optional<PixelSize> room,
                                const Decoder& decoder) {
    const auto drawing = svg::clean(bytes, {});
    return drawing ? draw(*drawing, room, decoder) : std::nullopt;
}

}  // namespace

std::optional<Raster> decode_near(std::string_view bytes, std::optional<PixelSize> room,
                                  const Decoder* decoder) {
    const auto info = probe(bytes);
    if (!info) return std::nullopt;
    switch (info->format) {
        case Format::png: {
            auto raster = decode_png(bytes);
            if (!raster || !info->foreign_colours) return raster;
            return in_srgb(*std::move(raster), profile_of_png(bytes), decoder);
        }
        case Format::jpeg:
            return upright_jpeg(bytes, *info, room, decoder);
        case Format::webp:
        case Format::gif:
        case Format::avif:
        case Format::heic:
        case Format::jxl:
            return decoder ? decoder->decode(info->format, bytes) : std::nullopt;
        case Format::svg:
            return decoder ? drawn_svg(bytes, room, *decoder) : std::nullopt;
        case Format::tiff: {
            auto raster = decoder ? decoder->decode(info->format, bytes) : std::nullopt;
            if (!raster) return std::nullopt;
            return turned(*std::move(raster), info->orientation);
        }
        case Format::bmp:
            return decode_bmp(bytes);
        case Format::unknown:
            break;
    }
    return std::nullopt;
}

PixelSize drawn_size(const svg::Drawing& drawing, std::optional<PixelSize> room) {
    const double width = std::max(1.0, std::round(drawing.width));
    const double height = std::max(1.0, std::round(drawing.height));
    const double asked = room ? std::min(room->width / width, room->height / height) : 1;
    const double scale = std::min(asked, drawing.greatest_scale);
    return {static_cast<std::uint32_t>(std::ceil(width * scale)),
            static_cast<std::uint32_t>(std::ceil(height * scale))};
}

std::optional<Raster> draw(const svg::Drawing& drawing, std::optional<PixelSize> room,
                           const Decoder& decoder) {
    const PixelSize size = drawn_size(drawing, room);
    if (!is_reasonable(size.width, size.height)) return std::nullopt;
    return decoder.draw_svg(drawing, size.width, size.height);
}

std::optional<Raster> decode(std::string_view bytes, const Decoder* decoder) {
    return decode_near(bytes, std::nullopt, decoder);
}

}  // namespace triptych::image
