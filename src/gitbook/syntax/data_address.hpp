#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace triptych::gitbook {

/// A picture written into its address (RFC 2397).
struct DataPicture {
    std::string name;  ///< made of its content and its type: `embedded/1f3a….png`
    std::string bytes;
};

/// The picture in `address`, `data:image/…`; nothing when it is no picture, can't be decoded or is
/// larger than 16 MB.
std::optional<DataPicture> picture_in_address(std::string_view address);

}  // namespace triptych::gitbook
