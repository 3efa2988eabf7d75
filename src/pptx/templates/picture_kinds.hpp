#pragma once

#include <string_view>

namespace triptych::pptx::templates {

/// A kind of pictures that programs for presentations show, with the extension its files get.
struct PictureKind {
    std::string_view content_type, extension;
};
/// The kind of a picture by its bytes, whatever it is called. Null for those that act when they are
/// drawn: SVG, and metafiles with records for the printer's or the graphics card's driver.
const PictureKind* kind_of_picture(std::string_view bytes);

}  // namespace triptych::pptx::templates
