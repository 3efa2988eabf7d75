#pragma once

#include <memory>
#include <optional>
#include <string>
#include <string_view>

#include "image/decoder_protocol.hpp"
#include "image/raster.hpp"
#include "svg/clean.hpp"

namespace triptych::image {

/// What a process is given of a drawing: one document, or its layers, each behind its head.
std::string drawing_file(const svg::Drawing& drawing);

/// Decodes pictures whose libraries are large and may fail. The work is done in processes with
/// limits, so that a failure ends such a process and nothing else. A process starts when one is
/// needed, at most one for each thread that asks at the same time; all end with this object. Safe
/// to use from several threads.
class Decoder {
public:
    /// `program` is the path of `triptych-decoder`, beside which `triptych-decoder-rare` lies for
    /// TIFF, HEIC and JPEG XL, and `triptych-decoder-pages` for PDF; empty: nothing is decoded.
    explicit Decoder(const std::string& program);
    ~Decoder();
    Decoder(const Decoder&) = delete;
    Decoder& operator=(const Decoder&) = delete;

    /// A GIF, WebP, AVIF, TIFF, HEIC or JPEG XL picture, the first frame of an animation. Nothing
    /// when it can't be read.
    std::optional<Raster> decode(Format format, std::string_view file) const;
    /// A drawing that fills so many pixels.
    std::optional<Raster> draw_svg(const svg::Drawing& drawing, std::uint32_t width,
                                   std::uint32_t height) const;
    /// A drawing as a PDF file of one page; nothing when that has more than 4 MB.
    std::optional<std::string> svg_to_pdf(const svg::Drawing& drawing, double width,
                                          double height) const;
    /// Pixels of four bytes, whose colours mean what `profile` (ICC.1) says, in sRGB. Nothing when
    /// the profile can't be used.
    std::optional<Raster> to_srgb(const std::string& pixels, PixelSize size,
                                  protocol::Channels channels, std::string_view profile) const;
    /// The first page of a PDF file as SVG; nothing when it can't be read, or shows text in fonts
    /// that are not in the file.
    std::optional<std::string> page_to_svg(std::string_view file) const;

private:
    class Processes;
    std::unique_ptr<Processes> processes_, rare_, pages_;
};

}  // namespace triptych::image
