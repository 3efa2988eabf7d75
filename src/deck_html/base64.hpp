#pragma once

#include <string>
#include <string_view>

namespace triptych::deck_html {

/// `bytes` in Base64 (RFC 4648 §4), padded, on one line.
std::string base64(std::string_view bytes);

}  // namespace triptych::deck_html
