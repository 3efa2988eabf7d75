#include "epub/media.hpp"

#include <fmt/format.h>

#include <optional>
#include <utility>

#include "base/parallel.hpp"
#include "base/text.hpp"

namespace triptych::epub {
namespace {

constexpr int jpeg_quality = 85;

/// An ASCII name that tells people where the picture came from.
std::string file_name(const std::string& path, std::size_t number, std::string_view extension) {
    const auto slash = path.rfind('/');
    const std::string base = slash == std::string::npos ? path : path.substr(slash + 1);
    return fmt::format("{:03}-{}.{}", number, text::file_slug(base.substr(0, base.rfind('.'))),
                       extension);
}

/// WebP is a core media type since EPUB 3.3 only, so older readers get PNG or JPEG, as they do for
/// AVIF.
bool passes_through(const image::Info& info) {
    if (info.format == image::Format::svg) return true;
    const bool known = info.format == image::Format::png || info.format == image::Format::gif ||
                       (info.format == image::Format::jpeg && info.channels != 4);
    return known && info.width <= longest_edge && info.height <= longest_edge;
}

struct FileKind {
    std::string_view extension, media_type;
};

FileKind kind_of(image::Format format) {
    switch (format) {
        case image::Format::jpeg:
            return {"jpg", "image/jpeg"};
        case image::Format::gif:
            return {"gif", "image/gif"};
        case image::Format::svg:
            return {"svg", "image/svg+xml"};
        case image::Format::png:
        case image::Format::webp:
        case image::Format::avif:
        case image::Format::unknown:
            break;
    }
    return {"png", "image/png"};
}

/// Photographs stay JPEG; everything else, and what is transparent, is PNG.
std::optional<MediaFile> encoded_again(const std::string& bytes, image::Format format) {
    const auto decoded = image::decode_to_fit(bytes, longest_edge, longest_edge);
    if (!decoded) return std::nullopt;
    const auto& small = *decoded;
    const bool photograph =
        small.alpha.empty() && format != image::Format::png && format != image::Format::gif;
    const auto kind = kind_of(photograph ? image::Format::jpeg : image::Format::png);
    return MediaFile{
        std::string(kind.extension), std::string(kind.media_type),
        photograph ? image::encode_jpeg(small, jpeg_quality) : image::encode_png(small)};
}

/// The file with its extension as name.
std::optional<MediaFile> converted(MediaId media, const Resources& resources) {
    const auto info = resources.images.info(media);
    auto bytes = resources.images.bytes(media);
    if (!info || !bytes) return std::nullopt;
    if (!passes_through(*info)) return encoded_again(*bytes, info->format);
    const auto kind = kind_of(info->format);
    return MediaFile{std::string(kind.extension), std::string(kind.media_type), std::move(*bytes)};
}

void report_unreadable(const std::string& path, Diagnostics& diagnostics) {
    diagnostics.report(triptych::Kind::unreadable_image, {},
                       fmt::format("picture '{}' can't be decoded", path),
                       "export it again as PNG or JPEG");
}

}  // namespace

MediaFiles collect_media(const doc::Book& book, const Resources& resources,
                         Diagnostics& diagnostics) {
    const std::size_t count = book.media.size();
    std::vector<std::optional<MediaFile>> made(count);
    const auto is_first = [&](std::size_t i) {
        return resources.images.same_as(MediaId(i)) == MediaId(i);
    };
    for_each_index(count, resources.jobs, [&](std::size_t i) {
        if (book.media[i].kind == doc::MediaKind::picture && is_first(i))
            made[i] = converted(MediaId(i), resources);
    });
    MediaFiles files(count);
    for (std::size_t i = 0; i < count; ++i) {
        if (book.media[i].kind != doc::MediaKind::picture) continue;
        if (const auto first = index(resources.images.same_as(MediaId(i))); first != i) {
            files[i] = {files[first].name, files[first].media_type, {}};
        } else if (made[i]) {
            files[i] = std::move(*made[i]);
            files[i].name = file_name(book.media[i].path, i + 1, files[i].name);
        } else {
            report_unreadable(book.media[i].path, diagnostics);
        }
    }
    return files;
}

}  // namespace triptych::epub
