#include <algorithm>
#include <cmath>
#include <optional>
#include <set>
#include <string>
#include <utility>
#include <variant>

#include "base/text.hpp"
#include "base/xml.hpp"
#include "deck/fit/full_picture.hpp"
#include "deck/line_pictures.hpp"
#include "doc/walk.hpp"
#include "image/unreadable.hpp"
#include "pptx/opc/parts.hpp"
#include "pptx/writer/shapes.hpp"
#include "typeset/flow/pictures.hpp"

namespace triptych::pptx {
namespace {

constexpr std::uint32_t widest_picture = 2560;  // pixels; a projector shows no more
constexpr image::Fit screen_fit{widest_picture, widest_picture, image::AlphaPlace::inside};

// Pixels of a picture in a line, as high as the text: what a screen of 3840 pixels shows of it.
constexpr std::uint32_t widest_in_line = 512;
constexpr image::Fit line_fit{widest_in_line, widest_in_line, image::AlphaPlace::inside};

/// Which of the files that can be made of a picture.
struct FileKind {
    std::string_view prefix;
    image::Fit fit;
};
constexpr FileKind screen_file{"ppt/media/image", screen_fit};
constexpr FileKind line_file{"ppt/media/line", line_fit};

std::string media_part(const FileKind& kind, MediaId media, std::string_view extension) {
    return std::string(kind.prefix) + std::to_string(index(media) + 1) + "." +
           std::string(extension);
}

bool fits_as_it_is(const image::Info& info) {
    const bool known =
        info.format == image::Format::png ||
        (info.format == image::Format::jpeg && info.channels != 4 && info.orientation == 1);
    // PowerPoint looks at no profiles of colours.
    return known && !info.foreign_colours && info.width <= widest_picture &&
           info.height <= widest_picture;
}

/// The file for the package; nothing when it can't be read.
std::optional<image::Rendition> picture_file(const FileKind& kind, MediaId media,
                                             const image::Info& info, const image::Store& images) {
    if (!fits_as_it_is(info)) return images.rendition({media, kind.fit});
    auto bytes = images.bytes(media);
    if (!bytes) return std::nullopt;
    return image::Rendition{info.format, *std::move(bytes), {}};
}

/// The part that holds the picture, added on its first use.
struct PicturePart {
    std::string name;
    PartKind kind;
};

std::optional<PicturePart> picture_part(const FileKind& kind, MediaId media,
                                        const image::Info& info, const Writing& writing) {
    const FileKind& own = fits_as_it_is(info) ? screen_file : kind;
    const PicturePart jpeg{media_part(own, media, "jpg"), parts::jpeg};
    const PicturePart png{media_part(own, media, "png"), parts::png};
    for (const auto& part : {jpeg, png})
        if (writing.package.has(part.name)) return part;
    auto file = picture_file(own, media, info, writing.resources.images);
    if (!file) return std::nullopt;
    const auto& part = file->format == image::Format::jpeg ? jpeg : png;
    writing.package.add(part.name, part.kind, std::move(file->file));
    return part;
}

/// The largest box of the picture's ratio in `room`, at its top left corner as in the pages.
Rect fitted(const Rect& room, const image::Info& info) {
    const auto width = std::max<std::int64_t>(1, info.width);
    const auto height = std::max<std::int64_t>(1, info.height);
    Size size = {room.size.width, room.size.width.scaled(height, width)};
    if (size.height > room.size.height)
        size = {room.size.height.scaled(width, height), room.size.height};
    return {room.at, size};
}

/// What of a picture is shown, and where.
struct Shown {
    Rect box;
    pages::Picture::Crop crop;
    std::optional<Colour> frame{};
};

/// Thousandths of a per cent.
std::string share(float of_one) { return std::to_string(std::lround(of_one * 100'000)); }

void add_fill_of(pugi::xml_node node, const std::string& relationship,
                 const pages::Picture::Crop& crop) {
    auto fill = add(node, "p:blipFill");
    add(fill, "a:blip", {{"r:embed", relationship}});
    if (crop.left + crop.right + crop.top + crop.bottom > 0)
        add(fill, "a:srcRect",
            {{"l", share(crop.left)},
             {"t", share(crop.top)},
             {"r", share(crop.right)},
             {"b", share(crop.bottom)}});
    add(add(fill, "a:stretch"), "a:fillRect");
}

/// The part of a picture and its header; nothing, with a diagnostic, when it can't be read.
struct Readable {
    PicturePart part;
    image::Info info;
};
std::optional<Readable> readable(MediaId of, const FileKind& kind, const Writing& writing) {
    const MediaId media = writing.resources.images.same_as(of);
    const auto info = writing.resources.images.info(media);
    auto part = info ? picture_part(kind, media, *info, writing) : std::nullopt;
    if (part) return Readable{*std::move(part), *info};
    image::report_unreadable(writing.resources.images, media, writing.diagnostics);
    return std::nullopt;
}

void add_picture_of(pugi::xml_node tree, const Identity& identity, const std::string& relationship,
                    const Shown& shown, const Placeholder* placeholder, const Writing& writing) {
    auto node = add(tree, "p:pic");
    auto properties = add(node, "p:nvPicPr");
    add_identity(properties, identity);
    auto locks = add(add(properties, "p:cNvPicPr"), "a:picLocks", {{"noChangeAspect", "1"}});
    auto own = add(properties, "p:nvPr");
    if (placeholder) {
        xml::set_attribute(locks, "noGrp", "1");
        add_placeholder_reference(own, *placeholder);
    }
    add_fill_of(node, relationship, shown.crop);
    auto drawing = add(node, "p:spPr");
    add_transform(drawing, "a:xfrm", shown.box);
    add(add(drawing, "a:prstGeom", {{"prst", "rect"}}), "a:avLst");
    if (shown.frame)
        add_fill(add(drawing, "a:ln", {{"w", "6350"}}), *shown.frame, writing.base.palette);
}

}  // namespace

bool add_picture(pugi::xml_node tree, const Identity& identity, const doc::Picture& picture,
                 const Rect& box, const TextTarget& target, const Placeholder* placeholder,
                 const Writing& writing) {
    const auto found = readable(picture.media, screen_file, writing);
    if (!found) return false;
    const auto& part = found->part;
    Shown shown{fitted(box, found->info), {}};
    if (typeset::needs_frame(found->info, shown.box.size.width))
        shown.frame = writing.look().medium.picture_frame;
    add_picture_of(tree, identity, writing.package.relate(target.part, part.kind, part.name), shown,
                   placeholder, writing);
    return true;
}

bool add_full_picture(pugi::xml_node tree, const Identity& identity, const doc::Picture& picture,
                      const TextTarget& target, const Placeholder& placeholder,
                      const Writing& writing) {
    const auto found = readable(picture.media, screen_file, writing);
    if (!found) return false;
    const auto& part = found->part;
    add_picture_of(tree, identity, writing.package.relate(target.part, part.kind, part.name),
                   {placeholder.box, deck::crop_of(picture, writing.resources)}, &placeholder,
                   writing);
    return true;
}

std::optional<image::Info> line_picture_info(MediaId media, const Writing& writing) {
    const auto found = readable(media, line_file, writing);
    if (!found || found->info.width == 0 || found->info.height == 0) return std::nullopt;
    return found->info;
}

void add_line_picture(pugi::xml_node tree, const Identity& identity, MediaId media, const Rect& box,
                      const std::string& part, const Writing& writing) {
    const auto found = readable(media, line_file, writing);
    if (!found) return;
    add_picture_of(tree, identity, writing.package.relate(part, found->part.kind, found->part.name),
                   {box, {}}, nullptr, writing);
}

std::vector<image::Wish> picture_wishes(const deck::Deck& deck, std::optional<MediaId> logo,
                                        const image::Store& images) {
    std::set<MediaId> pictures;
    if (logo) pictures.insert(images.same_as(*logo));
    for (const deck::Slide& slide : deck.slides)
        for (const doc::Block& block : slide.body)
            if (const auto* figure = std::get_if<doc::Figure>(&block.node))
                for (const auto& picture : figure->pictures)
                    pictures.insert(images.same_as(picture.media));
    std::set<MediaId> in_lines;
    for (const deck::Slide& slide : deck.slides)
        deck::for_each_line_picture(slide, [&](const doc::InlineImage& picture) {
            in_lines.insert(images.same_as(picture.media));
        });
    std::vector<image::Wish> wishes;
    const auto wish = [&](const std::set<MediaId>& all, image::Fit fit) {
        for (const MediaId media : all) {
            const auto info = images.info(media);
            if (info && !pptx::fits_as_it_is(*info)) wishes.push_back({media, fit});
        }
    };
    wish(pictures, screen_fit);
    wish(in_lines, line_fit);
    return wishes;
}

}  // namespace triptych::pptx
