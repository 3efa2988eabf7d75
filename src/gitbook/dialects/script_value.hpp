#pragma once

#include <optional>
#include <string>
#include <string_view>

/// What can be told from code of JavaScript without running it.
namespace triptych::gitbook {

/// The quoted text at the front of `script`, behind white space; nothing when none is there.
std::optional<std::string> script_literal(std::string_view script);
/// The text of the first `key: 'text'` in `script`; "" when there is none.
std::string script_value(std::string_view script, std::string_view key);

}  // namespace triptych::gitbook
