#include "pdf/images/emoji.hpp"

#include <utility>

#include "image/rendition.hpp"
#include "pdf/images/image_writer.hpp"
#include "pdf/text/cluster.hpp"

namespace triptych::pdf {
namespace {

std::optional<EncodedImage> encoded(const std::string& png) {
    const auto info = image::probe(png);
    if (!info) return std::nullopt;
    auto renditions = image::render(png, {{info->width, info->height, image::AlphaPlace::apart}});
    if (!renditions.front()) return std::nullopt;
    return from_rendition(*std::move(renditions.front()));
}

/// Calls `take` for the text of every cluster that is set in a face of emoji.
template <typename Take>
void for_each_emoji(const pages::Pages& pages, const font::Library& fonts, Take take) {
    std::map<FaceId, bool> known;
    for (const pages::Page& page : pages.pages)
        for (const pages::Item& item : page.items) {
            const auto* run = std::get_if<pages::GlyphRun>(&item.content);
            if (run == nullptr) continue;
            const auto [found, fresh] = known.try_emplace(run->face, false);
            if (fresh) found->second = fonts.draws_emoji(run->face);
            if (!found->second) continue;
            for_each_cluster(*run, [&](const Cluster& cluster) { take(cluster.text); });
        }
}

}  // namespace

std::optional<EmojiPictures::Drawn> EmojiPictures::find(std::string_view text, std::int64_t x,
                                                        std::int64_t y,
                                                        std::int64_t advance) const {
    const auto found = by_text_.find(text);
    if (found == by_text_.end()) return std::nullopt;
    const Known& known = found->second;
    const auto scaled = [&](int units) { return units * advance / known.advance; };
    return Drawn{known.media,
                 {x + scaled(known.left), y + scaled(known.top - known.height),
                  x + scaled(known.left + known.width), y + scaled(known.top)}};
}

EmojiPictures write_emoji(object::Document& document, const pages::Pages& pages,
                          const font::Library& fonts, std::size_t first_media, Images& images) {
    EmojiPictures out;
    ImageWriter writer(document, std::nullopt);
    std::map<std::string, std::optional<MediaId>> written;  // by name
    std::map<std::string, bool, std::less<>> seen;
    std::size_t next = first_media;
    for_each_emoji(pages, fonts, [&](std::string_view text) {
        if (!seen.try_emplace(std::string(text), true).second) return;
        const auto picture = fonts.emoji_picture(text);
        if (!picture) return;
        const auto [place, fresh] = written.try_emplace(picture->name);
        if (auto image = fresh ? encoded(picture->png) : std::nullopt) {
            const auto media = static_cast<MediaId>(next++);
            place->second = media;
            images.add(media, writer.write(media, *std::move(image)));
        }
        if (place->second)
            out.by_text_[std::string(text)] = {*place->second, picture->advance, picture->left,
                                               picture->top,   picture->width,   picture->height};
    });
    return out;
}

}  // namespace triptych::pdf
