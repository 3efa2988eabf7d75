#include <fmt/format.h>

#include "doc/tex.hpp"

namespace triptych::doc::tex {

void report_unread(const Parsed& parsed, Span span, Diagnostics& diagnostics) {
    diagnostics.report(
        Kind::unsupported_math, span,
        fmt::format("formula can't be read at {}; it stays as it is written", parsed.problem),
        "correct it, or write it with other commands");
}

}  // namespace triptych::doc::tex
