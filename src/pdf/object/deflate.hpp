#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace triptych::pdf::object {

/// `bytes` in zlib format at level 6, as FlateDecode takes it (ISO 32000-1 §7.4.4). Each thread
/// keeps one compressor.
std::string deflate(std::string_view bytes);

/// Number of bytes that a zlib stream unpacks to; nothing when it is damaged, does not end with its
/// input, or unpacks to more than `limit`.
std::optional<std::size_t> inflated_size(std::string_view stream, std::size_t limit);

}  // namespace triptych::pdf::object
