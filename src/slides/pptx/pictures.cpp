#include <algorithm>
#include <string>

#include "base/text.hpp"
#include "base/xml.hpp"
#include "doc/walk.hpp"
#include "slides/pptx/parts.hpp"
#include "slides/pptx/shapes.hpp"

namespace triptych::slides::pptx {
namespace {

constexpr int jpeg_quality = 85;
constexpr std::uint32_t widest_picture = 2560;  // pixels; a projector shows no more

std::string media_part(MediaId media, std::string_view extension) {
    return "ppt/media/image" + std::to_string(index(media) + 1) + "." + std::string(extension);
}

/// Photographs stay JPEG; everything else is PNG.
bool stays_jpeg(const image::Info& info) {
    return info.format == image::Format::jpeg && info.channels != 4;
}

bool fits_as_it_is(const image::Info& info) {
    const bool known =
        info.format == image::Format::png || (stays_jpeg(info) && info.orientation == 1);
    return known && info.width <= widest_picture && info.height <= widest_picture;
}

/// The part that holds the picture, added on its first use; empty when it can't be read.
std::string picture_part(MediaId media, const image::Info& info, const Writing& writing) {
    const bool jpeg = stays_jpeg(info);
    const std::string name = media_part(media, jpeg ? "jpg" : "png");
    if (writing.package.has(name)) return name;
    auto bytes = writing.resources.images.bytes(media);
    if (!bytes) return {};
    if (!fits_as_it_is(info)) {
        const auto raster = image::decode_to_fit(*bytes, widest_picture, widest_picture);
        if (!raster) return {};
        *bytes = jpeg ? image::encode_jpeg(*raster, jpeg_quality) : image::encode_png(*raster);
    }
    writing.package.add(name, jpeg ? parts::jpeg : parts::png, std::move(*bytes));
    return name;
}

/// The largest box of the picture's ratio in `room`, against its top left corner, centred across.
Rect fitted(const Rect& room, const image::Info& info) {
    const auto width = std::max<std::int64_t>(1, info.width);
    const auto height = std::max<std::int64_t>(1, info.height);
    Size size = {room.size.width, room.size.width.scaled(height, width)};
    if (size.height > room.size.height)
        size = {room.size.height.scaled(width, height), room.size.height};
    return {{room.at.x + (room.size.width - size.width) / 2, room.at.y}, size};
}

}  // namespace

bool add_picture(pugi::xml_node tree, const Identity& identity, const doc::Picture& picture,
                 const Rect& box, const TextTarget& target, const Placeholder* placeholder,
                 const Writing& writing) {
    const MediaId media = writing.resources.images.same_as(picture.media);
    const auto info = writing.resources.images.info(media);
    const std::string part = info ? picture_part(media, *info, writing) : "";
    if (part.empty()) {
        writing.diagnostics.report(Kind::unreadable_image, picture.span,
                                   "picture can't be read for the slides",
                                   "save it again as PNG or JPEG");
        return false;
    }
    auto node = add(tree, "p:pic");
    auto properties = add(node, "p:nvPicPr");
    add_identity(properties, identity);
    auto locks = add(add(properties, "p:cNvPicPr"), "a:picLocks", {{"noChangeAspect", "1"}});
    auto own = add(properties, "p:nvPr");
    if (placeholder) {
        xml::set_attribute(locks, "noGrp", "1");
        add_placeholder_reference(own, *placeholder);
    }
    auto fill = add(node, "p:blipFill");
    const auto& kind = info->format == image::Format::jpeg ? parts::jpeg : parts::png;
    add(fill, "a:blip", {{"r:embed", writing.package.relate(target.part, kind, part)}});
    add(add(fill, "a:stretch"), "a:fillRect");
    auto drawing = add(node, "p:spPr");
    add_transform(drawing, "a:xfrm", fitted(box, *info));
    add(add(drawing, "a:prstGeom", {{"prst", "rect"}}), "a:avLst");
    return true;
}

}  // namespace triptych::slides::pptx
