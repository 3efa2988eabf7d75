#pragma once

#include <functional>
#include <span>
#include <vector>

#include "doc/model.hpp"

/// A section's blocks as a slide sees them.
namespace triptych::deck {

/// The blocks, with those of containers that only arrange or fold in place of these.
std::vector<const doc::Block*> flat_blocks(std::span<const doc::Block> blocks);

/// Whether it is shown by itself rather than told: a table, a listing of three lines or more, a
/// figure, a diagram, a formula.
bool is_special(const doc::Block& block);
/// Calls `visit` for each special at any depth, in order.
void for_each_special(std::span<const doc::Block> blocks,
                      const std::function<void(const doc::Block&)>& visit);
bool holds_special(std::span<const doc::Block> blocks);

}  // namespace triptych::deck
