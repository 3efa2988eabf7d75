#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include <triptych/diagnostics.hpp>

/// The table of contents an author wrote as `SUMMARY.md`.
namespace triptych::gitbook {

/// One entry. `destination` is Markdown-unescaped: a page's path with an optional `#fragment`, an
/// address with its scheme, or "" for an entry without a link.
struct SummaryItem {
    std::string title;  ///< visible text
    std::string label;  ///< the link's own title, a shorter name for navigation; may be empty
    std::string destination;
    std::uint8_t depth = 0;
    Span span;
    bool draft = false;  ///< a link without a destination: a chapter still to be written
};

/// Entries under one second-level heading, behind a thematic break (no title), or before both.
struct SummaryPart {
    std::string title;
    Span span;
    std::vector<SummaryItem> items;  ///< in reading order, nesting by `depth`
};

struct Summary {
    std::string title;                   ///< the first-level heading; may be empty
    std::vector<SummaryPart> parts;      ///< none is both untitled and empty
    std::vector<std::string> generated;  ///< as `doc::Book::generated`
    bool of_mdbook = false;              ///< has chapters outside lists, as only mdBook's
};

/// Parses the whole text of `file`. Never fails; an entry it can't understand is reported.
Summary parse_summary(std::string_view text, FileId file, Diagnostics& diagnostics);

}  // namespace triptych::gitbook
