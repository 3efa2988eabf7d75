#pragma once

#include <map>
#include <string>
#include <utility>

#include <triptych/diagnostics.hpp>

#include "gitbook/syntax/scan_tags.hpp"

/// What must be taken out of one line of running text, or put in, before CommonMark sees it.
namespace triptych::gitbook {

/// The bytes from `begin` to `end` of a whole file.
struct TextRange {
    std::string_view text;
    std::size_t begin, end;
};

/// Feeds the text of a line to `result`: formulas as placeholders, expressions as their values,
/// tags that stand in the line as links or left out, emphasis beside ideographs made to hold.
void scan_line_text(const TextRange& line, const std::map<std::string, std::string>& variables,
                    ScannedText& result, Diagnostics& diagnostics);

/// Feeds the placeholder of the formula written at `place`, whose TeX lies between two offsets.
void put_formula(const TextRange& place, std::pair<std::size_t, std::size_t> tex,
                 ScannedText& result);

}  // namespace triptych::gitbook
