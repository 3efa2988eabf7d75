#include <algorithm>

#include "image/decoder.hpp"
#include "image/raster.hpp"

namespace triptych::image {
namespace {

/// Filters are drawn in pixels of one unit: the page is made large enough for them to look sharp.
constexpr double wanted_side = 2400, greatest_scale = 4;

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

std::optional<std::string> vector_pdf(std::string_view svg, const Decoder& decoder) {
    const auto info = probe(svg);
    if (!info || info->format != Format::svg || may_multiply(svg)) return std::nullopt;
    const double scale =
        std::clamp(wanted_side / std::max(info->width, info->height), 1.0, greatest_scale);
    const double width = info->width * scale, height = info->height * scale;
    if (!is_reasonable(static_cast<std::uint64_t>(width), static_cast<std::uint64_t>(height)))
        return std::nullopt;
    return decoder.svg_to_pdf(svg, width, height);
}

}  // namespace triptych::image
