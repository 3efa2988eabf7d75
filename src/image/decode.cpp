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
        case Format::png:
            return decode_png(bytes);
        case Format::jpeg:
            return upright_jpeg(bytes, *info, room);
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

std::optional<Raster> draw(const svg::Drawing& drawing, std::optional<PixelSize> room,
                           const Decoder& decoder) {
    const double width = std::max(1.0, std::round(drawing.width));
    const double height = std::max(1.0, std::round(drawing.height));
    const double asked = room ? std::min(room->width / width, room->height / height) : 1;
    const double scale = std::min(asked, drawing.greatest_scale);
    const auto across = static_cast<std::uint32_t>(std::ceil(width * scale));
    const auto down = static_cast<std::uint32_t>(std::ceil(height * scale));
    if (!is_reasonable(across, down)) return std::nullopt;
    return decoder.draw_svg(drawing.drawable, across, down);
}

std::optional<Raster> decode(std::string_view bytes, const Decoder* decoder) {
    return decode_near(bytes, std::nullopt, decoder);
}

}  // namespace triptych::image
