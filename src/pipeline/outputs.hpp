#pragma once

#include <array>
#include <cstddef>
#include <vector>

#include <triptych/build.hpp>

#include "pipeline/layouts.hpp"
#include "pipeline/load.hpp"

namespace triptych::pipeline {

/// What making one panel gives.
struct PanelResult {
    std::vector<Output> outputs;
    std::vector<Parity> parity;
    Diagnostics diagnostics;
};

using PanelResults = std::array<PanelResult, static_cast<std::size_t>(Panel::html) + 1>;

/// The panels asked for, written side by side. The pages that are written are taken out of the
/// layouts.
PanelResults write_outputs(const Request& request, const Loaded& loaded, Layouts& layouts);

}  // namespace triptych::pipeline
