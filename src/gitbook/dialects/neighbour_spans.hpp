#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

#include "gitbook/syntax/dialect.hpp"

/// Marks of neighbouring dialects within a line that need nothing but the line itself.
namespace triptych::gitbook {

/// What is to be reported of bytes that are taken: nothing, words of an author to others, which are
/// left out, or code that is shown as it is written.
enum class Said : std::uint8_t { nothing, remark, code };

/// What stands in place of some bytes; nothing stands in place of what is left out.
struct TakenSpan {
    std::size_t length = 0;
    std::string text{};
    Said said{};
};

/// What is read at `at` of `line`: insertions, deletions and raised text of MkDocs, attributes and
/// comments of JSX, options behind docsify's addresses, comments of HonKit.
std::optional<TakenSpan> neighbour_span(std::string_view line, std::size_t at, Dialect dialect);

/// The title of a listing, `title="…"`, where the program shows one, or "".
std::string listing_title(std::string_view info, Dialect dialect);
/// Whether a line of code ends with the mark of a note below it, `# (1)!` (MkDocs).
bool is_annotated(std::string_view code);
/// Whether a line of code only marks lines around it (Docusaurus).
bool marks_lines(std::string_view code, Dialect dialect);

}  // namespace triptych::gitbook
