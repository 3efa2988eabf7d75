#pragma once

#include <vector>

#include "typeset/flow/flow.hpp"

/// Galleys side by side in one row: cells, cards, columns.
namespace triptych::typeset {

/// A galley of its own for blocks that stand beside others.
Galley set_beside(const doc::Blocks& blocks, const Column& column, Context& context);
/// Rows `begin` to `end` of every galley side by side in one row, `padding` above and below them.
/// Their sources, anchors and notes become the row's.
Row join(std::vector<Galley>& galleys, std::size_t begin, std::size_t end, Length padding);
std::size_t most_rows(const std::vector<Galley>& galleys);

}  // namespace triptych::typeset
