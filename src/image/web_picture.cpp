#include "image/web_picture.hpp"

#include <utility>

namespace triptych::image {
namespace {

/// WebP and AVIF are too young for older readers, CMYK is shown wrongly by many, and few e-book
/// readers turn pictures or look at profiles of colours.
bool passes_through(const Info& info, std::uint32_t longest_edge, Viewer viewer) {
    if (info.format == Format::svg) return true;
    if (info.foreign_colours && viewer != Viewer::browser) return false;
    const bool young = info.format == Format::webp || info.format == Format::avif;
    const bool known = (young && viewer == Viewer::browser && info.orientation == 1) ||
                       info.format == Format::png || info.format == Format::gif ||
                       (info.format == Format::jpeg && info.channels != 4 &&
                        (info.orientation == 1 || viewer == Viewer::browser));
    // Scaling would stop it.
    if (info.animated && known) return true;
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
        case Format::webp:
            return {"webp", "image/webp", std::move(bytes)};
        case Format::avif:
            return {"avif", "image/avif", std::move(bytes)};
        case Format::png:
        case Format::tiff:
        case Format::bmp:
        case Format::heic:
        case Format::jxl:
        case Format::unknown:
            break;
    }
    return {"png", "image/png", std::move(bytes)};
}

}  // namespace

std::optional<WebPicture> web_picture(MediaId media, const Store& images,
                                      std::uint32_t longest_edge, Viewer viewer) {
    const auto info = images.info(media);
    if (!info) return std::nullopt;
    if (const auto wish = web_picture_wish(media, images, longest_edge, viewer)) {
        auto made = images.rendition(*wish);
        if (!made) return std::nullopt;
        return named(made->format, std::move(made->file));
    }
    auto bytes = images.bytes(media);
    if (!bytes) return std::nullopt;
    return named(info->format, *std::move(bytes));
}

std::optional<WebPicture> still_picture(MediaId media, const Store& images,
                                        std::uint32_t longest_edge, Viewer viewer) {
    const auto info = images.info(media);
    if (!info || !info->animated || !passes_through(*info, longest_edge, viewer))
        return std::nullopt;
    auto made = images.rendition({media, {longest_edge, longest_edge, AlphaPlace::inside}});
    if (!made) return std::nullopt;
    return named(made->format, std::move(made->file));
}

std::optional<WebPicture> moving_picture(MediaId media, const Store& images, Viewer viewer) {
    const auto info = images.info(media);
    if (!info || !info->animated || info->format != Format::webp || viewer == Viewer::browser)
        return std::nullopt;
    auto bytes = images.bytes(media);
    if (!bytes) return std::nullopt;
    return named(info->format, *std::move(bytes));
}

std::optional<Wish> web_picture_wish(MediaId media, const Store& images, std::uint32_t longest_edge,
                                     Viewer viewer) {
    const auto info = images.info(media);
    if (!info || passes_through(*info, longest_edge, viewer)) return std::nullopt;
    return Wish{media, {longest_edge, longest_edge, AlphaPlace::inside}};
}

}  // namespace triptych::image
