#include "decoder/pages/pages.hpp"

#include <cairo-svg.h>
#include <cairo.h>
#include <fontconfig/fontconfig.h>
#include <poppler.h>

#include <cmath>
#include <memory>

namespace triptych::decoder {
namespace {

struct Release {
    void operator()(GBytes* bytes) const { ::g_bytes_unref(bytes); }
    void operator()(PopplerDocument* document) const { ::g_object_unref(document); }
    void operator()(PopplerPage* page) const { ::g_object_unref(page); }
    void operator()(PopplerFontInfo* fonts) const { ::g_object_unref(fonts); }
    void operator()(PopplerFontsIter* font) const { ::poppler_fonts_iter_free(font); }
    void operator()(cairo_surface_t* surface) const { ::cairo_surface_destroy(surface); }
    void operator()(cairo_t* context) const { ::cairo_destroy(context); }
};
template <typename Thing>
using Held = std::unique_ptr<Thing, Release>;

struct Size {
    double width = 0, height = 0;  ///< in points
};

/// Points of outlines are rounded to 1/64: drawn so much larger, that is not seen.
constexpr double finer = 8;
/// Of the longest edge of a page that is too much for shapes.
constexpr double pixels_across = 2400;

struct Written {
    std::string bytes;
    std::size_t most_bytes;
};

cairo_status_t write(void* to, const unsigned char* data, unsigned size) {
    auto& written = *static_cast<Written*>(to);
    if (written.bytes.size() + size > written.most_bytes) return CAIRO_STATUS_WRITE_ERROR;
    written.bytes.append(reinterpret_cast<const char*>(data), size);
    return CAIRO_STATUS_SUCCESS;
}

/// What `draw` draws on a page of that size, which is said to be `scale` times smaller.
template <typename Draw>
std::optional<std::string> svg_of(const Size& size, double scale, std::size_t most_bytes,
                                  Draw draw) {
    Written written{{}, most_bytes};
    const Held<cairo_surface_t> surface(::cairo_svg_surface_create_for_stream(
        write, &written, size.width * scale, size.height * scale));
    ::cairo_svg_surface_restrict_to_version(surface.get(), CAIRO_SVG_VERSION_1_1);
    {
        const Held<cairo_t> context(::cairo_create(surface.get()));
        ::cairo_scale(context.get(), scale, scale);
        draw(context.get());
    }
    ::cairo_surface_finish(surface.get());
    if (::cairo_surface_status(surface.get()) != CAIRO_STATUS_SUCCESS) return std::nullopt;
    std::string& svg = written.bytes;
    const std::size_t from = svg.find(" width=\""), to = svg.find(" viewBox=", from);
    if (from == std::string::npos || to == std::string::npos) return std::nullopt;
    svg.replace(from, to - from,
                " width=\"" + std::to_string(size.width) + "pt\" height=\"" +
                    std::to_string(size.height) + "pt\"");
    return std::move(svg);
}

bool brings_its_fonts(PopplerDocument* document) {
    const Held<PopplerFontInfo> fonts(::poppler_font_info_new(document));
    PopplerFontsIter* first = nullptr;
    if (!::poppler_font_info_scan(fonts.get(), 1, &first) || first == nullptr) return true;
    const Held<PopplerFontsIter> font(first);
    do {
        if (!::poppler_fonts_iter_is_embedded(font.get())) return false;
    } while (::poppler_fonts_iter_next(font.get()));
    return true;
}

std::optional<std::string> as_one_picture(PopplerPage* page, const Size& size,
                                          std::size_t most_bytes) {
    const double scale = pixels_across / std::max(size.width, size.height);
    const Held<cairo_surface_t> pixels(::cairo_image_surface_create(
        CAIRO_FORMAT_ARGB32, static_cast<int>(std::lround(size.width * scale)),
        static_cast<int>(std::lround(size.height * scale))));
    if (::cairo_surface_status(pixels.get()) != CAIRO_STATUS_SUCCESS) return std::nullopt;
    {
        const Held<cairo_t> context(::cairo_create(pixels.get()));
        ::cairo_scale(context.get(), scale, scale);
        ::poppler_page_render(page, context.get());
    }
    return svg_of(size, scale, most_bytes, [&](cairo_t* context) {
        ::cairo_identity_matrix(context);
        ::cairo_set_source_surface(context, pixels.get(), 0, 0);
        ::cairo_paint(context);
    });
}

}  // namespace

std::optional<std::string> page_to_svg(std::string_view file, std::size_t most_bytes) {
    // Else fonts of the machine stand for those that are missing.
    static const bool has_no_fonts = ::FcConfigSetCurrent(::FcConfigCreate()) != 0;
    if (!has_no_fonts) return std::nullopt;
    const Held<GBytes> bytes(::g_bytes_new_static(file.data(), file.size()));
    const Held<PopplerDocument> document(
        ::poppler_document_new_from_bytes(bytes.get(), nullptr, nullptr));
    if (!document || ::poppler_document_get_n_pages(document.get()) < 1) return std::nullopt;
    const Held<PopplerPage> page(::poppler_document_get_page(document.get(), 0));
    if (!page || !brings_its_fonts(document.get())) return std::nullopt;
    Size size;
    ::poppler_page_get_size(page.get(), &size.width, &size.height);
    constexpr double least = 1, greatest = 14400;
    if (!(size.width >= least && size.width <= greatest && size.height >= least &&
          size.height <= greatest))
        return std::nullopt;
    auto svg = svg_of(size, finer, most_bytes,
                      [&](cairo_t* context) { ::poppler_page_render(page.get(), context); });
    return svg ? svg : as_one_picture(page.get(), size, most_bytes);
}

}  // namespace triptych::decoder
