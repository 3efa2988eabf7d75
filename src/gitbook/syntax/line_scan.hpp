#pragma once

#include <optional>
#include <utility>

#include <triptych/diagnostics.hpp>

#include "gitbook/syntax/open_tags.hpp"
#include "gitbook/syntax/scanned_text.hpp"

namespace triptych::gitbook {

/// A scan of a page on its way.
struct LineScan {
    const MappedText& source;
    ScannedText result;
    const ScanOptions& options;
    Variables variables;  ///< those of the options and what the page has set
    Diagnostics& diagnostics;
    OpenTags tags;
    std::optional<OpenTag> open_tag = {};  ///< what is still to be put in
};

/// Feeds the placeholder of the formula at `place`, whose TeX lies between two offsets.
void put_formula(LineScan& scan, std::pair<std::size_t, std::size_t> place,
                 std::pair<std::size_t, std::size_t> tex);

/// Feeds a part of the source in which no stroke ends a cell of a table.
void put_strokes(LineScan& scan, std::size_t begin, std::size_t end);

/// Whether `tag` gives a variable its value (`set x = "…"`); enters it in the scan's.
bool set_variable(const Tag& tag, LineScan& scan);

}  // namespace triptych::gitbook
