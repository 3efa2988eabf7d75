#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string_view>
#include <vector>

#include "doc/model.hpp"

/// Listings line by line, as every output shows them. The lines point into the block they are of.
namespace triptych::doc {

struct CodePiece {
    std::string_view text;  ///< never empty
    std::optional<CodePart> part;
};
struct CodeLine {
    std::uint32_t number = 1;
    bool highlighted = false;
    std::string_view text;          ///< without its line feed
    std::vector<CodePiece> pieces;  ///< make up the text
};

/// The lines of `block`, at least one.
std::vector<CodeLine> code_lines(const CodeBlock& block);

/// `block` with these of its lines only.
CodeBlock with_lines(const CodeBlock& block, std::span<const CodeLine> lines);
/// Adds the lines of `from` behind those of `to`.
void append_lines(CodeBlock& to, const CodeBlock& from);

}  // namespace triptych::doc
