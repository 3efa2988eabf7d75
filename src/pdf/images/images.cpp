#include "pdf/images/images.hpp"

#include <algorithm>
#include <optional>
#include <vector>

#include "base/parallel.hpp"
#include "base/text.hpp"
#include "image/unreadable.hpp"
#include "pdf/images/encode.hpp"
#include "pdf/images/image_writer.hpp"

namespace triptych::pdf {

namespace {

using object::Document;

constexpr double points_per_inch = 72.0;
/// Pictures that are packed side by side before they are written: bounds the memory they take.
constexpr std::size_t batch = 16;

/// The pictures drawn, by content, with the pixels they need.
struct Wanted {
    std::map<MediaId, Need> needs;        ///< by the first id of the same content
    std::map<MediaId, MediaId> first_of;  ///< for every id drawn
};

void note(Wanted& wanted, const pages::Picture& picture, const image::Store& store, double ppi) {
    const auto [first, fresh] = wanted.first_of.try_emplace(picture.media, picture.media);
    if (fresh) first->second = store.same_as(picture.media);
    const auto& crop = picture.crop;
    const double across = std::max(0.001, 1.0 - crop.left - crop.right);
    const double down = std::max(0.001, 1.0 - crop.top - crop.bottom);
    Need& need = wanted.needs[first->second];
    need.width =
        std::max(need.width, picture.size.width.in_points() / across / points_per_inch * ppi);
    need.height =
        std::max(need.height, picture.size.height.in_points() / down / points_per_inch * ppi);
}

Wanted find_wanted(const pages::Pages& pages, const image::Store& store, double ppi) {
    Wanted out;
    for (const pages::Page& page : pages.pages)
        for (const pages::Item& item : page.items)
            if (const auto* picture = std::get_if<pages::Picture>(&item.content))
                if (index(picture->media) < store.size()) note(out, *picture, store, ppi);
    return out;
}

std::optional<EncodedImage> load_vectors(const image::Store& store, MediaId media) {
    const auto pdf = store.vectors(media);
    return pdf ? in_vectors(*pdf) : std::nullopt;
}

/// The picture without a rendition; nothing when one is needed.
std::optional<EncodedImage> load_whole(const image::Store& store, MediaId media,
                                       const image::Info& info, const Need& need) {
    if (info.format == image::Format::svg) return load_vectors(store, media);
    auto bytes = may_pass_through(info, need) ? store.bytes(media) : std::nullopt;
    return bytes ? passed_through(*std::move(bytes), info) : std::nullopt;
}

/// Whether `load_whole` will do, but for files whose pixels are damaged: those are made anew when
/// that is seen.
bool goes_in_whole(const image::Store& store, MediaId media, const image::Info& info,
                   const Need& need) {
    if (info.format == image::Format::svg) return load_vectors(store, media).has_value();
    const auto bytes = may_pass_through(info, need) ? store.bytes(media) : std::nullopt;
    return bytes && says_it_can_stand(*bytes, info);
}

std::optional<EncodedImage> load(const image::Store& store, MediaId media, const Need& need) {
    const auto info = store.info(media);
    if (!info) return std::nullopt;
    if (auto whole = load_whole(store, media, *info, need)) return whole;
    auto rendition = store.rendition({media, fit_of(*info, need)});
    return rendition ? from_rendition(*std::move(rendition)) : std::nullopt;
}

}  // namespace

const PlacedImage* Images::find(MediaId media) const {
    const auto found = images_.find(media);
    return found == images_.end() ? nullptr : &found->second;
}

std::string image_name(MediaId media) {
    return std::string("I").append(std::to_string(index(media)));
}

std::vector<image::Wish> find_wishes(const pages::Pages& pages, const image::Store& store,
                                     const ImageOptions& options) {
    const Wanted wanted = find_wanted(pages, store, options.ppi);
    const std::vector<std::pair<MediaId, Need>> all(wanted.needs.begin(), wanted.needs.end());
    std::vector<std::optional<image::Wish>> found(all.size());
    for_each_index(all.size(), options.threads, [&](std::size_t i) {
        const auto& [media, need] = all[i];
        const auto info = store.info(media);
        if (info && !goes_in_whole(store, media, *info, need))
            found[i] = {media, fit_of(*info, need)};
    });
    std::vector<image::Wish> wishes;
    for (const auto& wish : found)
        if (wish) wishes.push_back(*wish);
    return wishes;
}

Images write_images(Document& document, const pages::Pages& pages, const image::Store& store,
                    const ImageOptions& options, Diagnostics& diagnostics) {
    const Wanted wanted = find_wanted(pages, store, options.ppi);
    const std::vector<std::pair<MediaId, Need>> all(wanted.needs.begin(), wanted.needs.end());
    std::map<MediaId, PlacedImage> written;
    ImageWriter writer(document, options.rgb);
    for (std::size_t from = 0; from < all.size(); from += batch) {
        const std::size_t count = std::min(batch, all.size() - from);
        std::vector<std::optional<EncodedImage>> encoded(count);
        for_each_index(count, options.threads, [&](std::size_t i) {
            encoded[i] = load(store, all[from + i].first, all[from + i].second);
        });
        for (std::size_t i = 0; i < count; ++i) {
            const MediaId media = all[from + i].first;
            if (encoded[i])
                written.emplace(media, writer.write(media, std::move(*encoded[i])));
            else
                image::report_unreadable(store, media, diagnostics);
        }
    }
    Images out;
    // Pages name a picture by the first of its content, which need not be drawn itself.
    for (const auto& [first, image] : written) out.add(first, image);
    for (const auto& [media, first] : wanted.first_of)
        if (const auto found = written.find(first); found != written.end())
            out.add(media, found->second);
    return out;
}

}  // namespace triptych::pdf
