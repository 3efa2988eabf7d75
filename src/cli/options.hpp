#pragma once

#include <CLI/CLI.hpp>

#include "cli/arguments.hpp"

namespace triptych::cli {

/// Describes all that the program takes; what is parsed goes to `arguments`.
void describe(CLI::App& app, Arguments& arguments);

}  // namespace triptych::cli
