#pragma once

#include <map>
#include <string>
#include <string_view>

namespace triptych::gitbook {

/// Whether a conditional block's expression holds: names, strings, `true`, `false`, `!`, `==`,
/// `===`, `!=`, `!==`, `&&`, `||`. A name without a value, and what can't be read, is false; a name
/// alone holds unless its value is empty, `false` or `0`.
bool holds(std::string_view expression, const std::map<std::string, std::string>& variables);

}  // namespace triptych::gitbook
