#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

#include "gitbook/syntax/dialect.hpp"
#include "gitbook/syntax/neighbour_includes.hpp"

namespace triptych::gitbook {

/// Lines that say nothing to a reader of the book.
struct SilentLines {
    std::size_t behind;  ///< where to go on; may be beyond the text
    Message said;        ///< of what is left out; "" when nothing need be said
};
/// Code of Docusaurus' pages, marks of a table of contents, abbreviations, at the front of `line`.
std::optional<SilentLines> silent_lines_at(std::string_view text, const LinePlace& line,
                                           Dialect dialect, bool after_blank);

}  // namespace triptych::gitbook
