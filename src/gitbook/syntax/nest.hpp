#pragma once

#include "gitbook/syntax/node.hpp"
#include "gitbook/syntax/pieces.hpp"
#include "gitbook/syntax/scanned_text.hpp"

namespace triptych::gitbook {

/// Elements and tags nested deeper than this are left out; their content stays.
inline constexpr std::size_t deepest_nesting = 100;

/// The tree of `pieces`, whatever the order of openings and ends, by HTML's own rules (Gumbo). What
/// is left open ends with what holds it; ends without a beginning are dropped; both are reported. A
/// lone `<name>` that no standard knows is the author's placeholder and stays as text.
Nodes nest(Pieces pieces, const ScannedText& scanned, Diagnostics& diagnostics);

}  // namespace triptych::gitbook
