#include <cmath>

#include "image/decoder.hpp"
#include "image/raster.hpp"

namespace triptych::image {
namespace {

/// Elements, as often as they are shown: cairo keeps all of them in memory, where drawing in pixels
/// keeps none.
constexpr double most_elements = 20'000;

}  // namespace

std::optional<std::string> vector_pdf(const svg::Drawing& drawing, const Decoder& decoder) {
    if (drawing.elements > most_elements) return std::nullopt;
    // Filters are drawn in pixels of one unit: the page is large enough for them to look sharp.
    const double width = std::round(drawing.width) * drawing.pixels_per_unit;
    const double height = std::round(drawing.height) * drawing.pixels_per_unit;
    if (!is_reasonable(static_cast<std::uint64_t>(width), static_cast<std::uint64_t>(height)))
        return std::nullopt;
    return decoder.svg_to_pdf(drawing, width, height);
}

}  // namespace triptych::image
