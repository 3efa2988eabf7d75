#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include <triptych/diagnostics.hpp>

namespace triptych {

/// One change that was made to what the author wrote, so that it can be explained.
struct Change {
    Span span;              ///< of the text it happened in
    std::string before;     ///< the words around the place, as written
    std::string after;      ///< the same words, as they are shown
    std::string_view rule;  ///< a short stable name, for example `space-before-colon`

    friend bool operator==(const Change&, const Change&) = default;
};

/// What can be explained.
enum class Explanation : std::uint8_t {
    normalisation,  ///< traces of the editor removed, levels of headings, names of anchors
    typography,     ///< spaces, quotes, dashes, ordinals
};

/// Changes by what they explain, each in reading order.
struct Changes {
    std::vector<Change> normalisation, typography;
};

/// One line a change: `file:line:column: rule: 'before' -> 'after'`.
std::string to_text(const std::vector<Change>& changes, const Sources& sources);
/// A JSON array of objects {file, line, column, rule, before, after}.
std::string to_json(const std::vector<Change>& changes, const Sources& sources);

}  // namespace triptych
