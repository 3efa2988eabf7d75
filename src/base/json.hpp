#pragma once

#include <string>
#include <string_view>

namespace triptych {

/// `text` as a JSON string with its quotes (RFC 8259 §7): control characters, quotes and
/// backslashes escaped, malformed UTF-8 replaced by U+FFFD.
std::string json_string(std::string_view text);

}  // namespace triptych
