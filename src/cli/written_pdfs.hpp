#pragma once

#include <CLI/CLI.hpp>

#include "cli/arguments.hpp"

namespace triptych::cli {

/// The options that say how PDFs are written: their standard, files inside, packing.
void add_written_pdfs(CLI::App& command, Arguments& arguments);

}  // namespace triptych::cli
