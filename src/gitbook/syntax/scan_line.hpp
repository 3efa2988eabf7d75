#pragma once

#include <cstddef>

#include "gitbook/syntax/line_scan.hpp"

/// What must be taken out of one line of running text, or put in, before CommonMark sees it.
namespace triptych::gitbook {

/// Feeds the text from `begin` to `end`, which lie in one line: formulas as placeholders,
/// expressions as their values, tags that stand in the line as links or left out, emphasis beside
/// ideographs made to hold, tags of HTML with an open end closed.
void scan_line_text(LineScan& scan, std::size_t begin, std::size_t end);

}  // namespace triptych::gitbook
