#pragma once

#include <string>
#include <vector>

#include "cli/console.hpp"

namespace triptych::cli {

/// Holds finished PDF files against PDF/UA-1 and PDF/A-2a and prints every violation. The exit
/// code: 0 when there is none, 1 when there are some, 2 when a file or the verifier can't be read.
int verify_files(const std::vector<std::string>& paths, Console& console);

}  // namespace triptych::cli
