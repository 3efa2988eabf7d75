#include <cmath>
#include <memory>
#include <string>

#include "image/raster.hpp"
#include "image/svg_api.hpp"

namespace triptych::image {
namespace {

/// Cairo's native-endian premultiplied ARGB as plain RGBA.
std::string to_rgba(const unsigned char* argb, std::size_t stride, std::uint32_t width,
                    std::uint32_t height) {
    std::string rgba;
    rgba.reserve(std::size_t{width} * height * 4);
    for (std::uint32_t y = 0; y < height; ++y) {
        const auto* row = reinterpret_cast<const std::uint32_t*>(argb + y * stride);
        for (std::uint32_t x = 0; x < width; ++x) {
            const std::uint32_t alpha = row[x] >> 24;
            for (const unsigned shift : {16U, 8U, 0U})
                rgba += static_cast<char>(alpha ? (row[x] >> shift & 0xFF) * 255 / alpha : 255);
            rgba += static_cast<char>(alpha);
        }
    }
    return rgba;
}

}  // namespace

std::optional<Raster> draw_svg(std::string_view bytes, double scale) {
    const auto info = probe(bytes);
    const SvgApi& api = svg_api();
    if (!info || info->format != Format::svg || !api.ready) return std::nullopt;
    const auto width = static_cast<std::uint32_t>(std::ceil(info->width * scale));
    const auto height = static_cast<std::uint32_t>(std::ceil(info->height * scale));
    if (!is_reasonable(width, height)) return std::nullopt;
    const std::unique_ptr<cairo_surface_t, ReleaseSvg> surface(
        api.create_surface(CAIRO_FORMAT_ARGB32, static_cast<int>(width), static_cast<int>(height)));
    if (!draw_svg_on(surface.get(), bytes, width, height)) return std::nullopt;
    api.flush(surface.get());
    const std::string rgba =
        to_rgba(api.data(surface.get()), static_cast<std::size_t>(api.stride(surface.get())), width,
                height);
    return raster_from_samples(reinterpret_cast<const unsigned char*>(rgba.data()), {width, height},
                               4);
}

}  // namespace triptych::image
