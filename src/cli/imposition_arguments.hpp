#pragma once

#include <optional>

#include <CLI/CLI.hpp>

#include <triptych/imposition.hpp>

namespace triptych::cli {

/// `--impose`, which is returned, and what goes with it; nothing is imposed without it.
CLI::Option* add_imposition(CLI::App& command, std::optional<Imposition>& imposition);

}  // namespace triptych::cli
