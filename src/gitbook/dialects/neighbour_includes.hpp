#pragma once

#include <cstddef>
#include <functional>
#include <optional>
#include <string>
#include <string_view>

#include <triptych/diagnostics.hpp>

#include "gitbook/dialects/neighbour_options.hpp"
#include "gitbook/syntax/mapped_text.hpp"

/// Text that neighbouring dialects take from other files, `{{#include file:part}}` of mdBook,
/// `--8<-- "file"` of MkDocs, `<<< file` of VitePress, and the lines of listings that they hide.
namespace triptych::gitbook {

/// A line: its first byte, its line feed or the end of the text, and the line behind it.
struct LinePlace {
    std::size_t begin, end, next;
};

/// What the line that opens a listing says of it.
struct Listing {
    std::string hidden;    ///< lines that begin with it are not shown; "" hides none
    bool callout = false;  ///< it is a callout whose text is Markdown
};
Listing listing_of(std::string_view info, Dialect dialect);

/// One `{{#name argument}}`.
struct Directive {
    std::string_view name, argument;
    std::size_t length = 0;  ///< in bytes, as written
};
/// The directive at the front of `text`.
std::optional<Directive> directive_at(std::string_view text);

/// The quoted file name behind `--8<--` or the bare one behind `<<<`; "" when the line has none.
std::string_view snippet_path(std::string_view line);
/// The file of docsify's `[label](file ':include …')` alone on its line, or "".
std::string_view docsify_path(std::string_view line);

class Includes {
public:
    Includes(const MappedText& source, const NeighbourOptions& options, Diagnostics& diagnostics)
        : source_(source), options_(options), diagnostics_(diagnostics) {}

    /// Feeds a line of a listing to `out` when it includes a file or is hidden; false when it is
    /// neither.
    bool read_code_line(const LinePlace& line, std::size_t indent, const Listing& listing,
                        MappedText& out);
    /// Feeds a line that does nothing but include a file; false when it does not.
    bool read_line(const LinePlace& line, MappedText& out);
    /// The text a directive within a line stands for; nothing when it is kept as it is.
    std::optional<std::string> value(const Directive& directive, std::size_t at);

private:
    std::optional<std::string> code_of(std::string_view path, const Listing& listing, Span span,
                                       int depth = 0);
    std::string with_included(std::string_view code, const Listing& listing, Span span, int depth);
    std::optional<Inclusion> load(std::string_view path, FileId from, Span span);
    void put_listing(std::string_view path, const LinePlace& line, MappedText& out);

    const MappedText& source_;
    const NeighbourOptions& options_;
    Diagnostics& diagnostics_;
};

}  // namespace triptych::gitbook
