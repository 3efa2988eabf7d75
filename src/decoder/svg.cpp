#include <cairo-pdf.h>
#include <cairo.h>
#include <librsvg/rsvg.h>

#include <cmath>
#include <memory>

#include "decoder/pictures.hpp"

namespace triptych::decoder {
namespace {

struct Release {
    void operator()(RsvgHandle* handle) const { g_object_unref(handle); }
    void operator()(cairo_surface_t* surface) const { cairo_surface_destroy(surface); }
    void operator()(cairo_t* context) const { cairo_destroy(context); }
};
using Surface = std::unique_ptr<cairo_surface_t, Release>;

bool draw_on(cairo_surface_t* surface, std::string_view file, double width, double height) {
    const std::unique_ptr<RsvgHandle, Release> handle(rsvg_handle_new_from_data(
        reinterpret_cast<const guint8*>(file.data()), file.size(), nullptr));
    if (!handle || cairo_surface_status(surface) != CAIRO_STATUS_SUCCESS) return false;
    const std::unique_ptr<cairo_t, Release> context(cairo_create(surface));
    const RsvgRectangle viewport{0, 0, width, height};
    return rsvg_handle_render_document(handle.get(), context.get(), &viewport, nullptr) != 0;
}

/// Cairo's native-endian premultiplied ARGB as plain RGBA.
std::string to_rgba(const unsigned char* argb, std::size_t stride, std::uint32_t width,
                    std::uint32_t height) {
    std::string rgba(std::size_t{width} * height * 4, '\0');
    char* to = rgba.data();
    for (std::uint32_t y = 0; y < height; ++y) {
        const auto* row = reinterpret_cast<const std::uint32_t*>(argb + y * stride);
        for (std::uint32_t x = 0; x < width; ++x) {
            const std::uint32_t alpha = row[x] >> 24;
            for (const unsigned shift : {16U, 8U, 0U}) {
                const std::uint32_t level = row[x] >> shift & 0xFF;
                // Most pixels are whole or empty; dividing costs more than drawing them.
                *to++ = static_cast<char>(alpha == 255 ? level : alpha ? level * 255 / alpha : 255);
            }
            *to++ = static_cast<char>(alpha);
        }
    }
    return rgba;
}

struct Output {
    std::string bytes;
    std::size_t most_bytes;
};

cairo_status_t append(void* to, const unsigned char* data, unsigned size) {
    auto& output = *static_cast<Output*>(to);
    if (output.bytes.size() + size > output.most_bytes) return CAIRO_STATUS_WRITE_ERROR;
    output.bytes.append(reinterpret_cast<const char*>(data), size);
    return CAIRO_STATUS_SUCCESS;
}

}  // namespace

std::optional<Pixels> draw_svg(std::string_view file, std::uint32_t width, std::uint32_t height) {
    const Surface surface(cairo_image_surface_create(CAIRO_FORMAT_ARGB32, static_cast<int>(width),
                                                     static_cast<int>(height)));
    if (!draw_on(surface.get(), file, width, height)) return std::nullopt;
    cairo_surface_flush(surface.get());
    const auto stride = static_cast<std::size_t>(cairo_image_surface_get_stride(surface.get()));
    return Pixels{width, height,
                  to_rgba(cairo_image_surface_get_data(surface.get()), stride, width, height)};
}

std::optional<std::string> svg_to_pdf(std::string_view file, double width, double height,
                                      std::size_t most_bytes) {
    Output output{{}, most_bytes};
    const Surface surface(cairo_pdf_surface_create_for_stream(append, &output, width, height));
    const bool is_drawn = draw_on(surface.get(), file, width, height);
    cairo_surface_finish(surface.get());
    if (!is_drawn || cairo_surface_status(surface.get()) != CAIRO_STATUS_SUCCESS)
        return std::nullopt;
    return std::move(output.bytes);
}

}  // namespace triptych::decoder
