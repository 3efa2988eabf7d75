#pragma once

#include <string>
#include <string_view>

#include <triptych/diagnostics.hpp>

/// Source text as it may be shown on a terminal.
namespace triptych {

/// Without control characters: tabs become spaces, others U+FFFD.
std::string printable(std::string_view text);

/// The line of `place`, which is where `span` begins, and a line that marks the span; clipped
/// around the mark when the line is long.
std::string excerpt(const Location& place, Span span);

}  // namespace triptych
