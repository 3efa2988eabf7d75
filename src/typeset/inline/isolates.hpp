#pragma once

#include <vector>

#include "typeset/inline/bidi.hpp"
#include "typeset/inline/itemize.hpp"

namespace triptych::typeset {

/// What of a paragraph is read by itself: code and formulas, addresses and numbers with signs from
/// left to right; links, passages in other languages, and the parts of listings as they begin.
std::vector<Isolate> isolates_of(const StyledText& text);

}  // namespace triptych::typeset
