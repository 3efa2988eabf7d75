#pragma once

#include <string>
#include <string_view>

namespace triptych::image {

/// SHA-256 (FIPS 180-4) in lower-case hexadecimal digits.
std::string sha256(std::string_view bytes);

}  // namespace triptych::image
