#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "image/store.hpp"

namespace triptych::image {

/// A picture in a format that every browser and reading system shows.
struct WebPicture {
    std::string_view extension, media_type;
    std::string bytes;
};

/// Who has to show the pictures.
enum class Viewer : std::uint8_t {
    any,      ///< also older reading systems, which know no WebP and no AVIF
    browser,  ///< those of today
};

/// The picture as SVG, PNG, JPEG or GIF, for browsers also WebP or AVIF, no edge longer than
/// `longest_edge` pixels: as it is where that holds, else scaled and encoded again; photographs
/// stay JPEG. Nothing when it can't be decoded.
std::optional<WebPicture> web_picture(MediaId media, const Store& images,
                                      std::uint32_t longest_edge, Viewer viewer = Viewer::any);
/// Of an animation that `web_picture` gives, the first frame alone: for people who want nothing to
/// move. Nothing of other pictures.
std::optional<WebPicture> still_picture(MediaId media, const Store& images,
                                        std::uint32_t longest_edge, Viewer viewer = Viewer::any);
/// The animation of which `web_picture` gives the first frame alone, because not every viewer knows
/// its format. Nothing of other pictures.
std::optional<WebPicture> moving_picture(MediaId media, const Store& images, Viewer viewer);
/// The rendition that `web_picture` asks for, if any.
std::optional<Wish> web_picture_wish(MediaId media, const Store& images, std::uint32_t longest_edge,
                                     Viewer viewer = Viewer::any);

}  // namespace triptych::image
