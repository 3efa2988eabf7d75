#pragma once

#include <optional>
#include <string>

#include "doc/model.hpp"

namespace triptych::doc {

/// A callout that says where to go further: shown as a line behind an arrow, not as a box with a
/// label of its own.
struct FurtherLine {
    std::string lead;   ///< "Pour aller plus loin" as the author wrote it
    std::string colon;  ///< what stands behind it, with its spaces: " : "
    Inlines rest;       ///< never empty
};

/// The line, where the callout is one paragraph that begins with those words, plain or in bold, and
/// a colon, or has nothing else than a short list behind them, whose items then follow each other.
std::optional<FurtherLine> further_line(const Callout& callout);

}  // namespace triptych::doc
