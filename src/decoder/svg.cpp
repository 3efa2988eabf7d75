#include <cairo-pdf.h>
#include <cairo.h>
#include <librsvg/rsvg.h>

#include <algorithm>
#include <cmath>
#include <cstring>
#include <locale>
#include <memory>
#include <sstream>
#include <string>
#include <utility>

#include "decoder/pictures.hpp"
#include "image/decoder_protocol.hpp"

namespace triptych::decoder {
namespace {

namespace protocol = image::protocol;

struct Release {
    void operator()(RsvgHandle* handle) const { g_object_unref(handle); }
    void operator()(cairo_surface_t* surface) const { cairo_surface_destroy(surface); }
    void operator()(cairo_t* context) const { cairo_destroy(context); }
};
using Surface = std::unique_ptr<cairo_surface_t, Release>;

bool draw_document(std::string_view document, const RsvgRectangle& viewport, cairo_t* context) {
    const std::unique_ptr<RsvgHandle, Release> handle(rsvg_handle_new_from_data(
        reinterpret_cast<const guint8*>(document.data()), document.size(), nullptr));
    return handle && rsvg_handle_render_document(handle.get(), context, &viewport, nullptr) != 0;
}

struct Size {
    double width = 0, height = 0;
};

/// The whole pixels in which a layer shows something, of a picture of this size: by the rules of
/// SVG 1.1 (§7.8), its view as large as there is room, in the middle.
RsvgRectangle pixels_of(const protocol::LayerHead& layer, const Size& size) {
    const auto& [view, region, length] = layer;
    if (!(region.width > 0)) return {0, 0, size.width, size.height};
    const double scale = std::min(size.width / view.width, size.height / view.height);
    // Filters smooth over the edges of pixels.
    constexpr double around = 2;
    const auto along = [&](double begin, double extent, double from, double whole, double room) {
        const double zero = (room - whole * scale) / 2 - from * scale;
        const double first = std::max(0.0, std::floor(zero + begin * scale) - around);
        const double last =
            std::min(std::ceil(room), std::ceil(zero + (begin + extent) * scale) + around);
        return std::pair(first, std::max(0.0, last - first));
    };
    const auto [x, width] = along(region.x, region.width, view.x, view.width, size.width);
    const auto [y, height] = along(region.y, region.height, view.y, view.height, size.height);
    return {x, y, width, height};
}

/// The layer's document in one that is as large as these pixels of a picture of this size.
std::string cut_out(std::string_view document, const RsvgRectangle& pixels, const Size& size) {
    constexpr std::string_view root = "<svg";
    std::ostringstream out;
    out.imbue(std::locale::classic());
    out.precision(12);
    out << "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"" << pixels.width << "\" height=\""
        << pixels.height << "\"><svg x=\"" << -pixels.x << "\" y=\"" << -pixels.y << "\" width=\""
        << size.width << "\" height=\"" << size.height << "\" overflow=\"visible\""
        << document.substr(root.size()) << "</svg>";
    return std::move(out).str();
}

bool draw_layers(const Drawing& drawing, const Size& size, cairo_t* context) {
    std::string_view rest = drawing.file;
    for (std::uint32_t i = 0; i < drawing.layers; ++i) {
        protocol::LayerHead head;
        if (rest.size() < sizeof head) return false;
        std::memcpy(&head, rest.data(), sizeof head);
        rest.remove_prefix(sizeof head);
        if (rest.size() < head.size) return false;
        const RsvgRectangle pixels = pixels_of(head, size);
        const std::string document = cut_out(rest.substr(0, head.size), pixels, size);
        rest.remove_prefix(head.size);
        if (pixels.width > 0 && pixels.height > 0 && !draw_document(document, pixels, context))
            return false;
    }
    return true;
}

bool draw_on(cairo_surface_t* surface, const Drawing& drawing, const Size& size) {
    if (cairo_surface_status(surface) != CAIRO_STATUS_SUCCESS) return false;
    const std::unique_ptr<cairo_t, Release> context(cairo_create(surface));
    return drawing.layers > 0
               ? draw_layers(drawing, size, context.get())
               : draw_document(drawing.file, {0, 0, size.width, size.height}, context.get());
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

std::optional<Pixels> draw_svg(const Drawing& drawing, std::uint32_t width, std::uint32_t height) {
    const Surface surface(cairo_image_surface_create(CAIRO_FORMAT_ARGB32, static_cast<int>(width),
                                                     static_cast<int>(height)));
    if (!draw_on(surface.get(), drawing, {double(width), double(height)})) return std::nullopt;
    cairo_surface_flush(surface.get());
    const auto stride = static_cast<std::size_t>(cairo_image_surface_get_stride(surface.get()));
    return Pixels{width, height,
                  to_rgba(cairo_image_surface_get_data(surface.get()), stride, width, height)};
}

std::optional<std::string> svg_to_pdf(const Drawing& drawing, double width, double height,
                                      std::size_t most_bytes) {
    Output output{{}, most_bytes};
    const Surface surface(cairo_pdf_surface_create_for_stream(append, &output, width, height));
    const bool is_drawn = draw_on(surface.get(), drawing, {width, height});
    cairo_surface_finish(surface.get());
    if (!is_drawn || cairo_surface_status(surface.get()) != CAIRO_STATUS_SUCCESS)
        return std::nullopt;
    return std::move(output.bytes);
}

}  // namespace triptych::decoder
