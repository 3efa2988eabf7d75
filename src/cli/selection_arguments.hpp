#pragma once

#include <CLI/CLI.hpp>
#include <triptych/selection.hpp>

namespace triptych::cli {

/// Options that say which pages and blocks of a source are read, and `--set`.
void add_selection(CLI::App& command, Selection& selection);

}  // namespace triptych::cli
