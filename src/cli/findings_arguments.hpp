#pragma once

#include <CLI/CLI.hpp>

#include "cli/arguments.hpp"

namespace triptych::cli {

/// `--format`.
void add_format(CLI::App& command, FindingsFormat& format);
/// `--format` of what is verified.
void add_verify_format(CLI::App& command, FindingsFormat& format);
/// `--strict`, `--fail-on`, `--verbose`, `--baseline`, `--write-baseline`.
void add_findings(CLI::App& command, FindingsWishes& wishes);

}  // namespace triptych::cli
