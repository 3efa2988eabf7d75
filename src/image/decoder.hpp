#pragma once

#include <memory>
#include <optional>
#include <string>
#include <string_view>

#include "image/store.hpp"

namespace triptych::image {

/// Decodes pictures whose libraries are large and may fail: in processes of its own, which have
/// little of the system and end without harm. They start when they are first needed, one for each
/// thread that asks at the same time, and end with this. Safe to use from several threads.
class Decoder {
public:
    /// `program` is the path of `triptych-decoder`; empty: nothing is decoded.
    explicit Decoder(std::string program);
    ~Decoder();
    Decoder(const Decoder&) = delete;
    Decoder& operator=(const Decoder&) = delete;

    /// A GIF, WebP or AVIF picture, the first frame of an animation. Nothing when it can't be read.
    std::optional<Raster> decode(Format format, std::string_view file) const;
    /// An SVG picture drawn to fill so many pixels.
    std::optional<Raster> draw_svg(std::string_view file, std::uint32_t width,
                                   std::uint32_t height) const;
    /// An SVG picture as a PDF file of one page; nothing when that has more than 4 MB.
    std::optional<std::string> svg_to_pdf(std::string_view file, double width, double height) const;

private:
    class Processes;
    std::unique_ptr<Processes> processes_;
};

}  // namespace triptych::image
