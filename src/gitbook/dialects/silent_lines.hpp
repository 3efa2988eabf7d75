#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

#include "gitbook/dialects/neighbour_includes.hpp"
#include "gitbook/syntax/dialect.hpp"
#include "gitbook/syntax/line_marks.hpp"

namespace triptych::gitbook {

/// Lines that say nothing to a reader of the book.
struct SilentLines {
    std::size_t behind;  ///< where to go on; may be beyond the text
    Message said;        ///< of what is left out; "" when nothing need be said
};
/// Code of Docusaurus' pages, marks of a table of contents, abbreviations, at the front of `line`.
std::optional<SilentLines> silent_lines_at(std::string_view text, const LinePlace& line,
                                           Dialect dialect, bool after_blank);

/// Fences around text of a page, a listing in the language `mdx-code-block` to programs that know
/// no MDX (Docusaurus).
class TextFences {
public:
    /// Whether `line`, which is in no listing, is one of them.
    bool take(std::string_view line, Dialect dialect);

private:
    std::optional<Fence> open_;
};

}  // namespace triptych::gitbook
