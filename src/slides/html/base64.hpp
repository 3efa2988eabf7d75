#pragma once

#include <string>
#include <string_view>

namespace triptych::slides::html {

/// `bytes` in Base64 (RFC 4648 §4), padded, on one line.
std::string base64(std::string_view bytes);

}  // namespace triptych::slides::html
