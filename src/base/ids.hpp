#pragma once

#include <cstddef>
#include <cstdint>

namespace triptych {

/// Index of a page of the source (one Markdown file) in reading order.
enum class PageId : std::uint32_t {};
/// Index of a picture or file used by the book: `doc::Book::media` and `image::Store` share it.
enum class MediaId : std::uint32_t {};
/// Stands where there is none.
inline constexpr MediaId no_media{0xFFFFFFFFU};
/// Index of one font face in `font::Library`.
enum class FaceId : std::uint16_t {};

template <typename Id>
constexpr auto index(Id id) {
    return static_cast<std::size_t>(id);
}

}  // namespace triptych
