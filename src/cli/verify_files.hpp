#pragma once

#include <string>
#include <vector>

#include "cli/console.hpp"

namespace triptych::cli {

/// Holds finished files against the rules of their formats and prints every violation; goes on past
/// files that it does not know or can't read. The exit code: 0 when all keep the rules, 1 when some
/// do not, 2 when a file or the verifier can't be read or used.
/// As JSON they are one list.
int verify_files(const std::vector<std::string>& paths, FindingsFormat format, Console& console);

/// Prints what the tags of a PDF say, as HTML. The exit code: 0, or 2 when it can't be read, has no
/// tags, or the reader of PDFs is missing.
int derive_file(const std::string& path, Console& console);

}  // namespace triptych::cli
