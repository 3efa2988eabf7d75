#pragma once

#include <string>
#include <vector>

#include <triptych/files.hpp>

#include "cli/arguments.hpp"
#include "cli/console.hpp"

namespace triptych::cli {

/// The layouts in the folder `layouts/` of `files`.
std::vector<std::string> layout_names(const Files& files);

/// Prints the names that shells offer for an option: layouts, or the decks or editions of the book,
/// one a line; nothing where there is no book.
int run_shell_names(const Arguments& arguments, Console& console);

}  // namespace triptych::cli
