#include "image/svg_api.hpp"

#include "image/lazy_library.hpp"

namespace triptych::image {

SvgApi::SvgApi() {
    const LazyLibrary svg("librsvg-2.so.2"), cairo("libcairo.so.2"), object("libgobject-2.0.so.0");
    ready =
        svg.find(parse, "rsvg_handle_new_from_data") &&
        svg.find(render, "rsvg_handle_render_document") && object.find(unref, "g_object_unref") &&
        cairo.find(create_surface, "cairo_image_surface_create") &&
        cairo.find(create_pdf, "cairo_pdf_surface_create_for_stream") &&
        cairo.find(create_svg, "cairo_svg_surface_create_for_stream") &&
        cairo.find(destroy_surface, "cairo_surface_destroy") &&
        cairo.find(flush, "cairo_surface_flush") && cairo.find(finish, "cairo_surface_finish") &&
        cairo.find(status, "cairo_surface_status") &&
        cairo.find(data, "cairo_image_surface_get_data") &&
        cairo.find(stride, "cairo_image_surface_get_stride") &&
        cairo.find(create, "cairo_create") && cairo.find(destroy, "cairo_destroy");
}

const SvgApi& svg_api() {
    static const SvgApi loaded;
    return loaded;
}

bool draw_svg_on(cairo_surface_t* surface, std::string_view svg, double width, double height) {
    const SvgApi& api = svg_api();
    const std::unique_ptr<RsvgHandle, ReleaseSvg> handle(
        api.parse(reinterpret_cast<const guint8*>(svg.data()), svg.size(), nullptr));
    if (!handle || api.status(surface) != CAIRO_STATUS_SUCCESS) return false;
    const std::unique_ptr<cairo_t, ReleaseSvg> context(api.create(surface));
    const RsvgRectangle viewport{0, 0, width, height};
    return api.render(handle.get(), context.get(), &viewport, nullptr) != 0;
}

}  // namespace triptych::image
