#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace triptych::image {

/// SHA-256 (FIPS 180-4) in lower-case hexadecimal digits; nothing when libcrypto is not installed.
std::optional<std::string> sha256(std::string_view bytes);

}  // namespace triptych::image
