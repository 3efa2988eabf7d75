#include "image/web_picture.hpp"

#include <utility>

namespace triptych::image {
namespace {

constexpr int jpeg_quality = 85;

/// WebP and AVIF are too young for older readers, and CMYK is shown wrongly by many.
bool passes_through(const Info& info, std::uint32_t longest_edge) {
    if (info.format == Format::svg) return true;
    const bool known = info.format == Format::png || info.format == Format::gif ||
                       (info.format == Format::jpeg && info.channels != 4);
    return known && info.width <= longest_edge && info.height <= longest_edge;
}

WebPicture named(Format format, std::string bytes) {
    switch (format) {
        case Format::jpeg:
            return {"jpg", "image/jpeg", std::move(bytes)};
        case Format::gif:
            return {"gif", "image/gif", std::move(bytes)};
        case Format::svg:
            return {"svg", "image/svg+xml", std::move(bytes)};
        case Format::png:
        case Format::webp:
        case Format::avif:
        case Format::unknown:
            break;
    }
    return {"png", "image/png", std::move(bytes)};
}

}  // namespace

std::optional<WebPicture> web_picture(std::string bytes, const Info& info,
                                      std::uint32_t longest_edge) {
    if (passes_through(info, longest_edge)) return named(info.format, std::move(bytes));
    const auto small = decode_to_fit(bytes, longest_edge, longest_edge);
    if (!small) return std::nullopt;
    const bool photograph =
        small->alpha.empty() && info.format != Format::png && info.format != Format::gif;
    return photograph ? named(Format::jpeg, encode_jpeg(*small, jpeg_quality))
                      : named(Format::png, encode_png(*small));
}

}  // namespace triptych::image
