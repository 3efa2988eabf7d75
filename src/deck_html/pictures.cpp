#include "deck_html/pictures.hpp"

#include <functional>
#include <set>
#include <vector>

#include <fmt/format.h>

#include "base/base64.hpp"
#include "base/parallel.hpp"
#include "base/xml.hpp"
#include "doc/traits.hpp"
#include "doc/walk.hpp"
#include "image/unreadable.hpp"
#include "image/web_picture.hpp"
#include "markup/html_text.hpp"
#include "markup/writer.hpp"
#include "typeset/flow/pictures.hpp"

namespace triptych::deck_html {
namespace {

/// Sharp enough on a screen of 1920 pixels, and what the e-book takes too.
constexpr std::uint32_t longest_edge = 1600;

using Visit = std::function<void(MediaId)>;

void for_each_picture(const doc::Inlines& inlines, const Visit& visit) {
    for (const auto& node : inlines) {
        if (const auto* image = doc::facts_of(node).picture) visit(image->media);
        doc::for_each_child(node, [&](const doc::Inlines& body) { for_each_picture(body, visit); });
    }
}

void for_each_picture(const doc::Blocks& blocks, const Visit& visit) {
    for (const auto& block : blocks) {
        doc::for_each_picture(block, [&](const doc::Picture& picture) { visit(picture.media); });
        doc::for_each_child(
            block, [&](const doc::Inlines& body) { for_each_picture(body, visit); },
            [&](const doc::Blocks& body) { for_each_picture(body, visit); });
    }
}

void for_each_picture(const deck::Slide& slide, const Visit& visit) {
    for_each_picture(slide.kicker, visit);
    for_each_picture(slide.title, visit);
    for (const auto& paragraph : slide.claim) for_each_picture(paragraph, visit);
    for_each_picture(slide.body, visit);
    for (const auto& line : slide.links) for_each_picture(line, visit);
}

/// Also those that stand for others on dark grounds.
template <typename Visit>
void for_each_shown(const deck::Slide& slide, const image::Store& images, const Visit& visit) {
    for_each_picture(slide, [&](MediaId media) {
        visit(media);
        if (const auto dark = images.dark(media)) visit(*dark);
    });
}

pugi::xml_node append_source(pugi::xml_node picture, const char* query,
                             const std::string& address) {
    auto source = markup::element(picture, "source");
    xml::set_attribute(source, "media", query);
    xml::set_attribute(source, "srcset", address);
    return source;
}

std::string definition_id(MediaId media) { return fmt::format("_picture-{}", index(media) + 1); }

}  // namespace

Pictures::Pictures(const deck::Deck& deck, std::optional<MediaId> logo,
                   const typeset::Resources& resources, Place place, Diagnostics& diagnostics)
    : images_(resources.images), place_(place) {
    for (const auto& slide : deck.slides)
        for_each_shown(slide, images_,
                       [&](MediaId media) { ++kept_[images_.same_as(media)].uses; });
    if (logo) ++kept_[images_.same_as(*logo)].uses;
    std::vector<std::pair<MediaId, Kept*>> all;
    for (auto& [media, kept] : kept_) all.emplace_back(media, &kept);
    std::vector<File> files(2 * all.size());
    for_each_index(all.size(), resources.threads, [&](std::size_t i) {
        auto& [media, kept] = all[i];
        const auto info = images_.info(media);
        auto picture = image::web_picture(media, images_, longest_edge, image::Viewer::browser);
        if (!info || !picture) return;
        kept->width = info->width;
        kept->height = info->height;
        kept->framed = resources.sheet.slides.medium.picture_frame &&
                       typeset::needs_frame(*info, Length::points(info->width));
        const std::string name = fmt::format("picture-{}", i + 1);
        kept->address = placed(*std::move(picture), name, files[2 * i]);
        if (auto still = image::still_picture(media, images_, longest_edge, image::Viewer::browser))
            kept->still = placed(*std::move(still), name + "-still", files[2 * i + 1]);
    });
    for (File& file : files)
        if (!file.name.empty()) files_.push_back(std::move(file));
    for (const auto& [media, kept] : all)
        if (kept->address.empty()) image::report_unreadable(images_, media, diagnostics);
}

std::string Pictures::placed(image::WebPicture picture, const std::string& name, File& file) const {
    if (place_ == Place::inside)
        return fmt::format("data:{};base64,{}", picture.media_type, base64(picture.bytes));
    file = {fmt::format("{}.{}", name, picture.extension), std::move(picture.bytes)};
    return file.name;
}

const Pictures::Kept* Pictures::find(MediaId media) const {
    const auto found = kept_.find(images_.same_as(media));
    return found == kept_.end() || found->second.address.empty() ? nullptr : &found->second;
}

pugi::xml_node Pictures::append(pugi::xml_node parent, MediaId media,
                                std::string_view alternative) const {
    const auto* kept = find(media);
    if (!kept) return {};
    const auto width = std::to_string(kept->width), height = std::to_string(kept->height);
    const auto twin = images_.dark(media);
    const Kept* const dark = twin ? find(*twin) : nullptr;
    const bool is_shared = kept->uses > 1 && place_ == Place::inside && !has_choice(media);
    if (dark || !kept->still.empty()) parent = markup::element(parent, "picture");
    if (dark)
        xml::set_attribute(append_source(parent, "(prefers-color-scheme: dark)", dark->address),
                           "data-ground", "dark");
    if (!kept->still.empty())
        append_source(parent, "(prefers-reduced-motion: reduce)", kept->still);
    auto node = markup::element(parent, is_shared ? "svg" : "img");
    if (is_shared) {
        xml::set_attribute(node, "class", kept->framed ? "picture framed" : "picture");
        xml::set_attribute(node, "viewBox", fmt::format("0 0 {} {}", width, height));
        xml::set_attribute(node, "preserveAspectRatio", "xMinYMin");
        if (alternative.empty()) {
            xml::set_attribute(node, "aria-hidden", "true");
        } else {
            xml::set_attribute(node, "role", "img");
            xml::set_attribute(node, "aria-label", alternative);
        }
        const auto id = definition_id(images_.same_as(media));
        xml::set_attribute(markup::element(node, "use"), "href", "#" + id);
    } else {
        if (kept->framed) xml::set_attribute(node, "class", "framed");
        xml::set_attribute(node, "src", kept->address);
        xml::set_attribute(node, "alt", alternative);
    }
    xml::set_attribute(node, "width", width);
    xml::set_attribute(node, "height", height);
    xml::set_attribute(node, "style", fmt::format("--pixels: {}; ", width));
    return node;
}

bool Pictures::has_choice(MediaId media) const {
    const auto* kept = find(media);
    return images_.dark(media) || (kept && !kept->still.empty());
}

std::string Pictures::definitions() const {
    std::string out;
    if (place_ == Place::beside) return out;
    for (const auto& [media, kept] : kept_)
        if (kept.uses > 1 && !kept.address.empty() && !has_choice(media))
            out += fmt::format("<image id=\"{}\" width=\"{}\" height=\"{}\" href=\"{}\"/>\n",
                               definition_id(media), kept.width, kept.height, kept.address);
    if (out.empty()) return out;
    return "<svg width=\"0\" height=\"0\" style=\"position: absolute\" "
           "aria-hidden=\"true\"><defs>" +
           out + "</defs></svg>";
}

}  // namespace triptych::deck_html

namespace triptych::deck_html {

std::vector<image::Wish> picture_wishes(const deck::Deck& deck, std::optional<MediaId> logo,
                                        const image::Store& images) {
    std::set<MediaId> pictures;
    if (logo) pictures.insert(images.same_as(*logo));
    for (const auto& slide : deck.slides)
        for_each_shown(slide, images,
                       [&](MediaId media) { pictures.insert(images.same_as(media)); });
    std::vector<image::Wish> wishes;
    for (const MediaId media : pictures)
        if (const auto wish =
                image::web_picture_wish(media, images, longest_edge, image::Viewer::browser))
            wishes.push_back(*wish);
    return wishes;
}

}  // namespace triptych::deck_html
