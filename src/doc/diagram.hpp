#pragma once

#include <string>
#include <string_view>

/// Diagrams in words, for people who do not see them.
namespace triptych::doc {

/// What a diagram shows: what its author says of it in the source (`accTitle`, `accDescr`, a
/// title), or else, in `language` (BCP 47), its nodes and links, or the messages of a sequence,
/// where the source lies within the subset of Mermaid, Graphviz, D2 and PlantUML that is understood
/// whole; else the word for a diagram, its kind and the source. Never empty, and of a bounded
/// length.
std::string describe_diagram(std::string_view kind, std::string_view source,
                             std::string_view language);

/// The one name for the kind that a fence calls `mermaid`, `plantuml`, `puml`, `uml`, `graphviz`,
/// `dot` or `d2`: `mermaid`, `plantuml`, `graphviz` or `d2`; empty for other languages.
std::string_view diagram_kind(std::string_view fence);

}  // namespace triptych::doc
