#pragma once

#include <string>
#include <string_view>

namespace triptych {

/// `text` as a JSON string with its quotes (RFC 8259 §7), in which malformed UTF-8 is replaced by
/// U+FFFD. YAML reads it as the same text.
std::string json_string(std::string_view text);

}  // namespace triptych
