#pragma once

#include <cairo-pdf.h>
#include <cairo-svg.h>
#include <cairo.h>
#include <librsvg/rsvg.h>

#include <memory>
#include <string_view>

namespace triptych::image {

/// What is used of librsvg and cairo, loaded on first use.
struct SvgApi {
    decltype(&rsvg_handle_new_from_data) parse = nullptr;
    decltype(&rsvg_handle_render_document) render = nullptr;
    decltype(&g_object_unref) unref = nullptr;
    decltype(&cairo_image_surface_create) create_surface = nullptr;
    decltype(&cairo_pdf_surface_create_for_stream) create_pdf = nullptr;
    decltype(&cairo_svg_surface_create_for_stream) create_svg = nullptr;
    decltype(&cairo_surface_destroy) destroy_surface = nullptr;
    decltype(&cairo_surface_flush) flush = nullptr;
    decltype(&cairo_surface_finish) finish = nullptr;
    decltype(&cairo_surface_status) status = nullptr;
    decltype(&cairo_image_surface_get_data) data = nullptr;
    decltype(&cairo_image_surface_get_stride) stride = nullptr;
    decltype(&cairo_create) create = nullptr;
    decltype(&cairo_destroy) destroy = nullptr;
    bool ready = false;

    SvgApi();
};

const SvgApi& svg_api();

struct ReleaseSvg {
    void operator()(RsvgHandle* handle) const { svg_api().unref(handle); }
    void operator()(cairo_surface_t* surface) const { svg_api().destroy_surface(surface); }
    void operator()(cairo_t* context) const { svg_api().destroy(context); }
};

/// Draws a document to fill `width` × `height` of `surface`; false when it can't be read. Data
/// without a base URI: librsvg then loads nothing from disk or network.
bool draw_svg_on(cairo_surface_t* surface, std::string_view svg, double width, double height);

}  // namespace triptych::image
