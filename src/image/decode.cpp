#include <algorithm>
#include <utility>

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
                                std::optional<PixelSize> room) {
    if (!room) return draw_svg(bytes, 1);
    const double scale = std::min(static_cast<double>(room->width) / info.width,
                                  static_cast<double>(room->height) / info.height);
    return draw_svg(bytes, scale);
}

}  // namespace

std::optional<Raster> decode_near(std::string_view bytes, std::optional<PixelSize> room) {
    const auto info = probe(bytes);
    if (!info) return std::nullopt;
    switch (info->format) {
        case Format::png:
            return decode_png(bytes);
        case Format::jpeg:
            return upright_jpeg(bytes, *info, room);
        case Format::webp:
            return decode_webp(bytes);
        case Format::gif:
            return decode_gif(bytes);
        case Format::avif:
            return decode_avif(bytes);
        case Format::svg:
            return drawn_svg(bytes, *info, room);
        case Format::unknown:
            break;
    }
    return std::nullopt;
}

std::optional<Raster> decode(std::string_view bytes) { return decode_near(bytes, std::nullopt); }

}  // namespace triptych::image
