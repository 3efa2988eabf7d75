#pragma once

#include <cstddef>
#include <string_view>

#include <cmark-gfm.h>

#include <triptych/diagnostics.hpp>

#include "gitbook/syntax/scanned_text.hpp"

namespace triptych::gitbook {

/// Where Markdown's nodes come from, and what is said about them.
struct MarkdownPlace {
    const ScannedText& scanned;  ///< the page, with what placeholders stand for
    const MappedText& text;      ///< what was parsed
    std::string_view file;       ///< all of the file
    Diagnostics& diagnostics;

    Span span_of(cmark_node* node) const;
    std::string_view written(Span span) const {
        return file.substr(span.begin, span.end - span.begin);
    }
};

/// The last line of a node, from 1.
std::size_t last_line_of(cmark_node* node);
std::string_view literal_of(cmark_node* node);

}  // namespace triptych::gitbook
