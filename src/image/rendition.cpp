#include "image/rendition.hpp"

#include <algorithm>
#include <cstddef>
#include <utility>

#include "image/raster.hpp"

namespace triptych::image {
namespace {

/// No output but a print of a whole page wants more.
constexpr PixelSize usual_room{2560, 2560};
constexpr int jpeg_quality = 85;

bool is_lossy(Format format) {
    return format == Format::jpeg || format == Format::webp || format == Format::avif ||
           format == Format::heic || format == Format::jxl;
}

/// A JPEG is decoded at a reduced scale that does not depend on the single fit, so that all fits
/// share one decoding; other formats are always decoded whole.
bool is_usual(const Fit& fit, Format format) {
    return format != Format::jpeg ||
           (fit.width <= usual_room.width && fit.height <= usual_room.height);
}

Rendition encoded_opaque(const Raster& raster, Format source) {
    if (is_lossy(source)) return {Format::jpeg, encode_jpeg(raster, jpeg_quality), {}};
    return {Format::png, encode_png(raster), {}};
}

Rendition encoded(const Raster& raster, Format source, AlphaPlace place) {
    if (raster.alpha.empty()) return encoded_opaque(raster, source);
    if (place == AlphaPlace::inside) return {Format::png, encode_png(raster), {}};
    const Raster colours{raster.width, raster.height, raster.channels, raster.pixels, {}};
    auto out = encoded_opaque(colours, source);
    out.mask = encode_png({raster.width, raster.height, 1, raster.alpha, {}});
    return out;
}

std::optional<Rendition> rendition_of(const Raster& raster, Format source, const Fit& fit) {
    const auto small = scaled_down(raster, {fit.width, fit.height});
    auto out = encoded(small ? *small : raster, source, fit.alpha);
    if (out.file.empty()) return std::nullopt;
    return out;
}

/// Whether two fits make the same of a raster: most pictures are smaller than what several outputs
/// have room for, and opaque.
bool make_the_same(const Raster& raster, const Fit& a, const Fit& b) {
    const PixelSize size{raster.width, raster.height};
    return shrunk_to_fit(size, {a.width, a.height}) == shrunk_to_fit(size, {b.width, b.height}) &&
           (raster.alpha.empty() || a.alpha == b.alpha);
}

/// The renditions of `raster` for those of `fits` that `chosen` names, in their places of `out`.
void render_each(const Raster& raster, Format source, const std::vector<Fit>& fits,
                 const std::vector<std::size_t>& chosen,
                 std::vector<std::optional<Rendition>>& out) {
    for (auto at = chosen.begin(); at != chosen.end(); ++at) {
        const auto same = std::find_if(chosen.begin(), at, [&](std::size_t earlier) {
            return make_the_same(raster, fits[earlier], fits[*at]);
        });
        out[*at] = same == at ? rendition_of(raster, source, fits[*at]) : out[*same];
    }
}

std::optional<Rendition> drawn(const svg::Drawing& drawing, const Fit& fit,
                               const Decoder& decoder) {
    const auto raster = draw(drawing, PixelSize{fit.width, fit.height}, decoder);
    if (!raster) return std::nullopt;
    return rendition_of(*raster, Format::svg, fit);
}

}  // namespace

std::vector<std::optional<Rendition>> render(const svg::Drawing& drawing,
                                             const std::vector<Fit>& fits, const Decoder& decoder) {
    std::vector<std::optional<Rendition>> out;
    out.reserve(fits.size());
    for (const Fit& fit : fits) out.push_back(drawn(drawing, fit, decoder));
    return out;
}

std::vector<std::optional<Rendition>> render(std::string_view bytes, const std::vector<Fit>& fits,
                                             const Decoder* decoder) {
    std::vector<std::optional<Rendition>> out(fits.size());
    const auto info = probe(bytes);
    if (!info) return out;
    if (info->format == Format::svg) {
        const auto drawing = decoder ? svg::clean(bytes, {}) : std::nullopt;
        return drawing ? render(*drawing, fits, *decoder) : out;
    }
    for (const bool usual : {true, false}) {
        std::vector<std::size_t> chosen;
        for (std::size_t i = 0; i < fits.size(); ++i)
            if (is_usual(fits[i], info->format) == usual) chosen.push_back(i);
        if (chosen.empty()) continue;
        const auto room = usual ? std::optional(usual_room) : std::nullopt;
        if (const auto raster = decode_near(bytes, room, decoder))
            render_each(*raster, info->format, fits, chosen, out);
    }
    return out;
}

std::uint64_t render_cost(const Info& info) {
    const std::uint64_t pixels = std::uint64_t{info.width} * info.height;
    const std::uint64_t usual = std::uint64_t{usual_room.width} * usual_room.height;
    if (info.format == Format::svg) return 8 * usual;
    if (info.format != Format::jpeg) return 8 * pixels;
    // A progressive JPEG keeps its coefficients, of two bytes, with colours at half size, beside
    // the pixels at about the usual size.
    return 3 * pixels + 3 * std::min(pixels, usual);
}

}  // namespace triptych::image
