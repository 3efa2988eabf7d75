#pragma once

#include <optional>

#include <CLI/CLI.hpp>

#include <triptych/imposition.hpp>

namespace triptych::cli {

/// `--impose` and what goes with it; nothing is imposed without it.
void add_imposition(CLI::App& command, std::optional<Imposition>& imposition);

}  // namespace triptych::cli
