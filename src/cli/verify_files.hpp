#pragma once

#include <string>
#include <vector>

#include "cli/console.hpp"

namespace triptych::cli {

/// Holds finished files against the rules of their formats and prints every violation; goes on past
/// files that it does not know or can't read. The exit code: 0 when all keep the rules, 1 when some
/// do not, 2 when a file or the verifier can't be read or used.
int verify_files(const std::vector<std::string>& paths, Console& console);

}  // namespace triptych::cli
