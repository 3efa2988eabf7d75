#pragma once

#include "cli/arguments.hpp"
#include "cli/console.hpp"

/// Commands about a book that make nothing of it. Each returns the exit code.
namespace triptych::cli {

/// A book to begin with in a folder that has none; for one that has, its `triptych.yaml`.
int run_init(const Arguments& arguments, Console& console);

/// What holds for the book and for its builds, and what says so.
int run_config(const Arguments& arguments, Console& console);

/// The layouts that `--layout` takes by name: those of the house, and of the book if one is named.
int run_layouts(const Arguments& arguments, Console& console);

}  // namespace triptych::cli
