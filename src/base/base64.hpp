#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace triptych {

/// `bytes` in Base64 (RFC 4648 §4), padded, on one line.
std::string base64(std::string_view bytes);
/// The bytes that `text` stands for, white space between its letters allowed; nothing when it holds
/// anything else.
std::optional<std::string> decode_base64(std::string_view text);

}  // namespace triptych
