#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "decoder/common/pixels.hpp"

/// Decoders that the process of the decoder holds. None of them keeps anything for the next
/// picture.
namespace triptych::decoder {

/// The first frame of an animation. Nothing when the file can't be read or has more pixels.
std::optional<Pixels> decode_gif(std::string_view file, std::uint32_t most_pixels);
std::optional<Pixels> decode_webp(std::string_view file, std::uint32_t most_pixels);
std::optional<Pixels> decode_avif(std::string_view file, std::uint32_t most_pixels);

/// One document, or so many layers, each a `LayerHead` of the protocol and its document. They come
/// as `svg::clean` makes them, without text; librsvg is given data without a base URI and then
/// loads nothing from disk or network.
struct Drawing {
    std::string_view file;
    std::uint32_t layers = 0;
};
/// Drawn to fill so many pixels.
std::optional<Pixels> draw_svg(const Drawing& drawing, std::uint32_t width, std::uint32_t height);
/// A PDF file of one page of `width` × `height` units; shapes stay shapes, filters are
/// drawn in pixels of one unit. Nothing when that can't be done within `most_bytes`.
std::optional<std::string> svg_to_pdf(const Drawing& drawing, double width, double height,
                                      std::size_t most_bytes);

}  // namespace triptych::decoder
