#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include <triptych/message.hpp>

/// Colour on terminals.
namespace triptych::cli {

enum class ColourWish : std::uint8_t { automatic, always, never };

/// Automatic is: on a terminal that is not dumb, unless NO_COLOR says otherwise (no-color.org);
/// CLICOLOR_FORCE has it in a pipe, too.
bool wants_colour(ColourWish wish, bool terminal);

/// Findings, errors and hints with their places, severities and marks in colour; the words are the
/// same. `source` lines of excerpts stay plain.
std::string painted(std::string_view text, MessageLanguage language);

}  // namespace triptych::cli
