#include <cairo.h>
#include <librsvg/rsvg.h>

#include <cmath>
#include <memory>
#include <string>

#include "image/lazy_library.hpp"
#include "image/raster.hpp"

namespace triptych::image {
namespace {

struct SvgApi {
    decltype(&rsvg_handle_new_from_data) parse = nullptr;
    decltype(&rsvg_handle_render_document) render = nullptr;
    decltype(&g_object_unref) unref = nullptr;
    decltype(&cairo_image_surface_create) create_surface = nullptr;
    decltype(&cairo_surface_destroy) destroy_surface = nullptr;
    decltype(&cairo_surface_flush) flush = nullptr;
    decltype(&cairo_surface_status) status = nullptr;
    decltype(&cairo_image_surface_get_data) data = nullptr;
    decltype(&cairo_image_surface_get_stride) stride = nullptr;
    decltype(&cairo_create) create = nullptr;
    decltype(&cairo_destroy) destroy = nullptr;
    bool ready = false;

    SvgApi() {
        const LazyLibrary svg("librsvg-2.so.2"), cairo("libcairo.so.2"),
            object("libgobject-2.0.so.0");
        ready = svg.find(parse, "rsvg_handle_new_from_data") &&
                svg.find(render, "rsvg_handle_render_document") &&
                object.find(unref, "g_object_unref") &&
                cairo.find(create_surface, "cairo_image_surface_create") &&
                cairo.find(destroy_surface, "cairo_surface_destroy") &&
                cairo.find(flush, "cairo_surface_flush") &&
                cairo.find(status, "cairo_surface_status") &&
                cairo.find(data, "cairo_image_surface_get_data") &&
                cairo.find(stride, "cairo_image_surface_get_stride") &&
                cairo.find(create, "cairo_create") && cairo.find(destroy, "cairo_destroy");
    }
};

const SvgApi& api() {
    static const SvgApi loaded;
    return loaded;
}

struct Release {
    void operator()(RsvgHandle* handle) const { api().unref(handle); }
    void operator()(cairo_surface_t* surface) const { api().destroy_surface(surface); }
    void operator()(cairo_t* context) const { api().destroy(context); }
};

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
    if (!info || info->format != Format::svg || !api().ready) return std::nullopt;
    const auto width = static_cast<std::uint32_t>(std::ceil(info->width * scale));
    const auto height = static_cast<std::uint32_t>(std::ceil(info->height * scale));
    if (!is_reasonable(width, height)) return std::nullopt;
    // Data without a base URI: librsvg then loads nothing from disk or network.
    const std::unique_ptr<RsvgHandle, Release> handle(
        api().parse(reinterpret_cast<const guint8*>(bytes.data()), bytes.size(), nullptr));
    if (!handle) return std::nullopt;
    const std::unique_ptr<cairo_surface_t, Release> surface(api().create_surface(
        CAIRO_FORMAT_ARGB32, static_cast<int>(width), static_cast<int>(height)));
    if (api().status(surface.get()) != CAIRO_STATUS_SUCCESS) return std::nullopt;
    const std::unique_ptr<cairo_t, Release> context(api().create(surface.get()));
    const RsvgRectangle viewport{0, 0, static_cast<double>(width), static_cast<double>(height)};
    if (!api().render(handle.get(), context.get(), &viewport, nullptr)) return std::nullopt;
    api().flush(surface.get());
    const std::string rgba =
        to_rgba(api().data(surface.get()), static_cast<std::size_t>(api().stride(surface.get())),
                width, height);
    return raster_from_samples(reinterpret_cast<const unsigned char*>(rgba.data()), {width, height},
                               4);
}

}  // namespace triptych::image
