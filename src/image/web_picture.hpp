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

/// The picture as SVG, PNG, JPEG or GIF, no edge longer than `longest_edge` pixels: as it is where
/// that holds, else scaled and encoded again; photographs stay JPEG. Nothing when it can't be
/// decoded.
std::optional<WebPicture> web_picture(MediaId media, const Store& images,
                                      std::uint32_t longest_edge);
/// The rendition that `web_picture` asks for, if any.
std::optional<Wish> web_picture_wish(MediaId media, const Store& images,
                                     std::uint32_t longest_edge);

}  // namespace triptych::image
