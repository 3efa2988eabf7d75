#include <fmt/format.h>

#include "doc/tex.hpp"

namespace triptych::doc::tex {

namespace {

/// What may stand around a formula on one line: dollars, ticks, spaces.
constexpr std::size_t longest_frame = 8;

/// The part of the file that a problem is about; all of the formula where its source has been
/// changed on the way.
Span place_of(const Problem& problem, std::string_view source, Span span) {
    const std::size_t whole = span.end - span.begin;
    const bool framed = whole >= source.size() && whole - source.size() <= longest_frame &&
                        (whole - source.size()) % 2 == 0;
    if (!framed || problem.length == 0) return span;
    const auto begin = span.begin + (whole - source.size()) / 2 + problem.offset;
    return {span.file, static_cast<std::uint32_t>(begin),
            static_cast<std::uint32_t>(begin + problem.length)};
}

}  // namespace

void report_unread(const Parsed& parsed, std::string_view source, Span span,
                   Diagnostics& diagnostics) {
    for (const auto& problem : parsed.unread)
        diagnostics.report(Kind::unsupported_math, place_of(problem, source, span), problem.message,
                           problem.hint);
    if (!parsed.formula)
        diagnostics.report(
            Kind::unsupported_math, span,
            say("formula can't be read at {}; it stays as it is written", parsed.problem),
            say("correct it, or write it with other commands"));
}

}  // namespace triptych::doc::tex
