#pragma once

#include <vector>

#include <triptych/build.hpp>

#include "pipeline/layouts.hpp"
#include "pipeline/load.hpp"

namespace triptych::pipeline {

/// What making one panel gives.
struct Made {
    std::vector<Output> outputs;
    std::vector<Parity> parity;
    Diagnostics diagnostics;
};

/// The panels asked for, written side by side, in the order booklet, e-book, slides as PDF, as
/// PPTX and as HTML. What is written is taken out of the layouts.
std::vector<Made> write_outputs(const Request& request, const Loaded& loaded, Layouts& layouts);

}  // namespace triptych::pipeline
