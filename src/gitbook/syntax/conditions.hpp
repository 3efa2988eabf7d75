#pragma once

#include <map>
#include <optional>
#include <string>
#include <string_view>

namespace triptych::gitbook {

/// Whether a conditional block's expression holds: names, strings, `true`, `false`, `!`, `==`,
/// `===`, `!=`, `!==`, `&&`, `||`. A name without a value, and what can't be read, is false; a name
/// alone holds unless its value is empty, `false` or `0`.
bool holds(std::string_view expression, const std::map<std::string, std::string>& variables);

/// The text that an expression stands for: a name's value (`a["b"]` is `a.b`), or such and quoted
/// strings joined with `+`. Nothing when a name has no value.
std::optional<std::string> evaluated(std::string_view expression,
                                     const std::map<std::string, std::string>& variables);

}  // namespace triptych::gitbook
