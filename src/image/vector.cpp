#include <algorithm>
#include <memory>
#include <string>

#include "image/raster.hpp"
#include "image/svg_api.hpp"

namespace triptych::image {
namespace {

/// A picture that takes more than this is smaller in pixels.
constexpr std::size_t most_bytes = 4'000'000;
/// Filters are drawn in pixels of one unit: the page is made large enough for them to look sharp.
constexpr double wanted_side = 2400, greatest_scale = 4;

enum class Target { pdf, svg };

cairo_status_t append(void* out, const unsigned char* data, unsigned size) {
    auto& bytes = *static_cast<std::string*>(out);
    if (bytes.size() + size > most_bytes) return CAIRO_STATUS_WRITE_ERROR;
    bytes.append(reinterpret_cast<const char*>(data), size);
    return CAIRO_STATUS_SUCCESS;
}

/// Empty when the document can't be drawn.
std::string drawn(Target target, std::string_view svg, double width, double height) {
    const SvgApi& api = svg_api();
    std::string out;
    const std::unique_ptr<cairo_surface_t, ReleaseSvg> surface(
        target == Target::pdf ? api.create_pdf(append, &out, width, height)
                              : api.create_svg(append, &out, width, height));
    const bool whole = draw_svg_on(surface.get(), svg, width, height);
    api.finish(surface.get());
    if (!whole || api.status(surface.get()) != CAIRO_STATUS_SUCCESS) return {};
    return out;
}

bool has_fonts(std::string_view pdf) { return pdf.find("/Font") != std::string_view::npos; }

bool has_pictures(std::string_view pdf) {
    return pdf.find("/Subtype /Image") != std::string_view::npos;
}

/// Elements that show others again, each of which may show more. Cairo keeps all of them in memory,
/// where drawing in pixels keeps none; this many can't multiply to more than some thousands.
constexpr std::size_t most_repeats = 24;

bool may_multiply(std::string_view svg) {
    if (svg.find("<!ENTITY") != std::string_view::npos) return true;
    std::size_t repeats = 0;
    for (const std::string_view tag : {"<use", "<pattern", "<marker", "<mask", ":use"})
        for (auto at = svg.find(tag); at != std::string_view::npos; at = svg.find(tag, at + 1))
            ++repeats;
    return repeats > most_repeats;
}

}  // namespace

std::optional<std::string> vector_pdf(std::string_view svg) {
    const auto info = probe(svg);
    if (!info || info->format != Format::svg || !svg_api().ready || may_multiply(svg))
        return std::nullopt;
    const double scale =
        std::clamp(wanted_side / std::max(info->width, info->height), 1.0, greatest_scale);
    const double width = info->width * scale, height = info->height * scale;
    if (!is_reasonable(static_cast<std::uint64_t>(width), static_cast<std::uint64_t>(height)))
        return std::nullopt;
    std::string direct = drawn(Target::pdf, svg, width, height);
    if (direct.empty()) return std::nullopt;
    if (!has_fonts(direct)) return direct;
    // Cairo's SVG spells text out as outlines, but draws what it can't say in SVG as pixels.
    std::string outlined =
        drawn(Target::pdf, drawn(Target::svg, svg, width, height), width, height);
    if (outlined.empty() || has_fonts(outlined) || has_pictures(outlined)) return std::nullopt;
    return outlined;
}

}  // namespace triptych::image
