#pragma once

#include <optional>
#include <string>

#include "typeset/flow/flow.hpp"

/// Callouts that say where to go further: a line behind an arrow, no box with a label of its own.
namespace triptych::typeset {

struct FurtherLine {
    std::string lead;   ///< "Pour aller plus loin" as the author wrote it
    std::string colon;  ///< what stands behind it, with its spaces: " : "
    doc::Inlines rest;  ///< never empty
};

/// The line, where the callout is one paragraph that begins with those words and a colon.
std::optional<FurtherLine> further_line(const doc::Callout& callout);

void add_further(const FurtherLine& line, const Column& column, Flow& flow);

}  // namespace triptych::typeset
