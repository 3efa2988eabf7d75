#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace triptych::pdf::object {

/// Number of bytes that a zlib stream unpacks to; nothing when it is damaged, does not end with its
/// input, or unpacks to more than `limit`. Takes little memory, whatever the stream.
std::optional<std::size_t> inflated_size(std::string_view stream, std::size_t limit);
/// The bytes that it unpacks to; nothing in the same cases.
std::optional<std::string> inflated(std::string_view stream, std::size_t limit);

}  // namespace triptych::pdf::object
