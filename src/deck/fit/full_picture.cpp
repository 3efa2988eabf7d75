#include "deck/fit/full_picture.hpp"

#include <algorithm>
#include <string>

#include <fmt/format.h>

#include "deck/split/text.hpp"

namespace triptych::deck {
namespace {

constexpr std::size_t most_words = 25;  // of claim and caption on the panel

/// When a picture may fill a slide.
struct Limits {
    std::uint32_t least_width;  ///< pixels
    float most_cut;             ///< share of its height or width
};
constexpr Limits by_itself{1600, 0.08F}, when_asked{1280, 0.30F};

const doc::Picture* lone_picture(const Slide& slide) {
    if (slide.kind != SlideKind::picture || slide.body.size() != 1) return nullptr;
    const auto* figure = std::get_if<doc::Figure>(&slide.body.front().node);
    const bool plain = figure && figure->pictures.size() == 1 && slide.links.empty() &&
                       !figure->pictures.front().target;
    return plain ? &figure->pictures.front() : nullptr;
}

std::size_t words_on_panel(const Slide& slide) {
    std::size_t words = count_words(full_figure(slide).caption);
    for (const auto& paragraph : slide.claim) words += count_words(paragraph);
    return words;
}

bool is_within(const Limits& limits, const image::Info& info, Size slide) {
    const auto crop = pages::crop_to_fill(info.width, info.height, slide);
    return info.format != image::Format::svg && info.width >= limits.least_width &&
           std::max(crop.left + crop.right, crop.top + crop.bottom) <= limits.most_cut;
}

}  // namespace

bool can_fill_slide(const Slide& slide, const Setting& setting, Diagnostics& diagnostics) {
    const auto wish = setting.book.pages[index(slide.page)].slides.picture;
    const auto* picture = lone_picture(slide);
    const bool fixed = setting.look().zones == style::Zones::fixed;
    if (fixed || wish == doc::SlidePicture::whole || !picture || words_on_panel(slide) > most_words)
        return false;
    const auto& images = setting.resources.images;
    const auto info = images.info(picture->media);
    if (!info) return false;
    const Size size = setting.look().size;
    if (wish == doc::SlidePicture::full) {
        if (is_within(when_asked, *info, size)) return true;
        diagnostics.report(
            Kind::invalid_value, picture->span,
            say("a picture of {} × {} pixels can't fill a slide", info->width, info->height),
            say("use one at least {} pixels wide, about as wide as 16:9", when_asked.least_width));
        return false;
    }
    if (!is_within(by_itself, *info, size)) return false;
    return images.is_photograph(picture->media);
}

const doc::Figure& full_figure(const Slide& slide) {
    return std::get<doc::Figure>(slide.body.front().node);
}

pages::Picture::Crop crop_of(const doc::Picture& picture, const typeset::Resources& resources) {
    const auto info = resources.images.info(picture.media);
    if (!info) return {};
    return pages::crop_to_fill(info->width, info->height, resources.sheet.slides.size);
}

}  // namespace triptych::deck
