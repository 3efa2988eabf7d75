#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "doc/diagram/reading.hpp"

namespace triptych::doc::diagram {

/// The source of a Mermaid diagram line by line, without comments, settings and what is said for
/// accessibility. Lines are parts of the source.
struct MermaidLines {
    std::string title, description;
    std::string_view head;  ///< the first line, which names the kind of diagram
    std::vector<std::string_view> statements;
};

/// Nothing when there is no first line.
std::optional<MermaidLines> mermaid_lines(std::string_view source);

std::optional<Reading> read_mermaid_sequence(const MermaidLines& lines);

}  // namespace triptych::doc::diagram
