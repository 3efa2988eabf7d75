#include <utility>

#include "image/raster.hpp"

namespace triptych::image {

std::optional<Raster> decode(std::string_view bytes, double svg_scale) {
    const auto info = probe(bytes);
    if (!info) return std::nullopt;
    switch (info->format) {
        case Format::png:
            return decode_png(bytes);
        case Format::webp:
            return decode_webp(bytes);
        case Format::gif:
            return decode_gif(bytes);
        case Format::avif:
            return decode_avif(bytes);
        case Format::svg:
            return draw_svg(bytes, svg_scale);
        case Format::jpeg: {
            auto raster = decode_jpeg(bytes);
            return raster ? std::optional(turned(std::move(*raster), info->orientation))
                          : std::nullopt;
        }
        case Format::unknown:
            break;
    }
    return std::nullopt;
}

}  // namespace triptych::image
