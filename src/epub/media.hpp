#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include <triptych/diagnostics.hpp>

#include "doc/model.hpp"
#include "epub/write.hpp"

namespace triptych::epub {

/// A picture as it lies in the package.
struct MediaFile {
    std::string name;        ///< in the folder of pictures; empty when there is none to show
    std::string media_type;  ///< a core media type (EPUB 3.3 §3.2)
    std::string bytes;       ///< empty for the second and later copies of the same content
    /// Others in the list: the first frame of an animation, and the animation of which this is the
    /// first frame.
    std::optional<std::size_t> still = {}, moving = {};
};
/// By `MediaId`; what these have beside them follows.
using MediaFiles = std::vector<MediaFile>;

/// Longest edge of a picture in the e-book, in pixels.
inline constexpr std::uint32_t longest_edge = 1600;

/// The pictures of the book as core media types: passed through where they are small enough, else
/// scaled and encoded again; equal contents share a file. What can't be decoded is reported and has
/// no name.
MediaFiles collect_media(const doc::Book& book, const Resources& resources,
                         Diagnostics& diagnostics);

}  // namespace triptych::epub
