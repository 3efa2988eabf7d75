#pragma once

#include <string>
#include <string_view>

namespace triptych::cli {

/// How most shells write a single quotation mark within two of them.
inline constexpr std::string_view shell_quote = "'\\''";

/// Text in single quotation marks of a shell, `quote` for each within.
std::string in_single_quotes(std::string_view text, std::string_view quote = shell_quote);

/// A word of a command as it is typed into a shell: as it is, or else in quotation marks.
std::string quoted(const std::string& word);

}  // namespace triptych::cli
