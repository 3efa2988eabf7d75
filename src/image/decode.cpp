#include <algorithm>
#include <cmath>
#include <utility>

#include "image/decoder.hpp"
#include "image/raster.hpp"

namespace triptych::image {
namespace {

std::optional<Raster> upright_jpeg(std::string_view bytes, const Info& info,
                                   std::optional<PixelSize> room) {
    if (room) {
        *room = shrunk_to_fit({info.width, info.height}, *room);
        if (info.orientation > 4) std::swap(room->width, room->height);
    }
    auto raster = decode_jpeg(bytes, room);
    if (!raster) return std::nullopt;
    return turned(std::move(*raster), info.orientation);
}

std::optional<Raster> drawn_svg(std::string_view bytes, const Info& info,
                                std::optional<PixelSize> room, const Decoder& decoder) {
    const double scale = room ? std::min(static_cast<double>(room->width) / info.width,
                                         static_cast<double>(room->height) / info.height)
                              : 1;
    return decoder.draw_svg(bytes, static_cast<std::uint32_t>(std::ceil(info.width * scale)),
                            static_cast<std::uint32_t>(std::ceil(info.height * scale)));
}

}  // namespace

std::optional<Raster> decode_near(std::string_view bytes, std::optional<PixelSize> room,
                                  const Decoder* decoder) {
    const auto info = probe(bytes);
    if (!info) return std::nullopt;
    switch (info->format) {
        case Format::png:
            return decode_png(bytes);
        case Format::jpeg:
            return upright_jpeg(bytes, *info, room);
        case Format::webp:
        case Format::gif:
        case Format::avif:
            return decoder ? decoder->decode(info->format, bytes) : std::nullopt;
        case Format::svg:
            return decoder ? drawn_svg(bytes, *info, room, *decoder) : std::nullopt;
        case Format::unknown:
            break;
    }
    return std::nullopt;
}

std::optional<Raster> decode(std::string_view bytes, const Decoder* decoder) {
    return decode_near(bytes, std::nullopt, decoder);
}

}  // namespace triptych::image
