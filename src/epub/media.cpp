#include "epub/media.hpp"

#include <fmt/format.h>

#include <map>
#include <optional>
#include <utility>

#include "base/parallel.hpp"
#include "base/text.hpp"
#include "image/unreadable.hpp"
#include "image/web_picture.hpp"

namespace triptych::epub {
namespace {

/// An ASCII name that tells people where the picture came from.
std::string file_name(const std::string& path, std::size_t number, std::string_view extension) {
    const auto slash = path.rfind('/');
    const std::string base = slash == std::string::npos ? path : path.substr(slash + 1);
    return fmt::format("{:03}-{}.{}", number, text::file_slug(base.substr(0, base.rfind('.'))),
                       extension);
}

/// The file with its extension as name.
std::optional<MediaFile> converted(MediaId media, const Resources& resources) {
    auto made = image::web_picture(media, resources.images, longest_edge);
    if (!made) return std::nullopt;
    return MediaFile{std::string(made->extension), std::string(made->media_type),
                     std::move(made->bytes)};
}

/// Equal contents share a file, that of the first which the book shows: that of the store may be in
/// a part that an edition leaves out. The number of the medium itself for what is no picture.
std::vector<std::size_t> first_shown(const doc::Book& book, const image::Store& images) {
    std::map<MediaId, std::size_t> by_content;
    std::vector<std::size_t> first(book.media.size());
    for (std::size_t i = 0; i < first.size(); ++i)
        first[i] = book.media[i].kind == doc::MediaKind::picture
                       ? by_content.try_emplace(images.same_as(MediaId(i)), i).first->second
                       : i;
    return first;
}

bool is_written(const doc::Book& book, const std::vector<std::size_t>& first, std::size_t i) {
    return book.media[i].kind == doc::MediaKind::picture && first[i] == i;
}

/// The still and the moving form of a picture that has two.
void add_beside(std::size_t i, const std::string& path, const image::Store& images,
                MediaFiles& files) {
    const auto add = [&](std::optional<image::WebPicture> made,
                         std::string_view what) -> std::optional<std::size_t> {
        if (!made) return std::nullopt;
        files.push_back({file_name(path, i + 1, fmt::format("{}.{}", what, made->extension)),
                         std::string(made->media_type), std::move(made->bytes)});
        return files.size() - 1;
    };
    const auto still = add(image::still_picture(MediaId(i), images, longest_edge), "still");
    const auto moving =
        add(image::moving_picture(MediaId(i), images, image::Viewer::any), "moving");
    files[i].still = still;
    files[i].moving = moving;
}

}  // namespace

std::vector<image::Wish> picture_wishes(const doc::Book& book, const image::Store& images) {
    const std::vector<std::size_t> first = first_shown(book, images);
    std::vector<image::Wish> wishes;
    for (std::size_t i = 0; i < book.media.size(); ++i) {
        if (!is_written(book, first, i)) continue;
        if (const auto wish = image::web_picture_wish(MediaId(i), images, longest_edge))
            wishes.push_back(*wish);
    }
    return wishes;
}

MediaFiles collect_media(const doc::Book& book, const Resources& resources,
                         Diagnostics& diagnostics) {
    const std::size_t count = book.media.size();
    const std::vector<std::size_t> first = first_shown(book, resources.images);
    std::vector<std::optional<MediaFile>> made(count);
    for_each_index(count, resources.threads, [&](std::size_t i) {
        if (is_written(book, first, i)) made[i] = converted(MediaId(i), resources);
    });
    MediaFiles files(count);
    for (std::size_t i = 0; i < count; ++i) {
        if (book.media[i].kind != doc::MediaKind::picture) continue;
        if (const MediaFile& shared = files[first[i]]; first[i] != i) {
            files[i] = {shared.name, shared.media_type, {}, shared.still, shared.moving};
        } else if (made[i]) {
            files[i] = std::move(*made[i]);
            files[i].name = file_name(book.media[i].path, i + 1, files[i].name);
            add_beside(i, book.media[i].path, resources.images, files);
        } else {
            image::report_unreadable(resources.images, MediaId(i), diagnostics);
        }
    }
    return files;
}

}  // namespace triptych::epub
