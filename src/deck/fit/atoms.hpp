#pragma once

#include <cstddef>
#include <cstdint>
#include <vector>

#include "base/length.hpp"
#include "doc/model.hpp"

namespace triptych::deck {

/// How an atom is joined to the one before it, when both come from the same block.
enum class Joint : std::uint8_t {
    block,     ///< as the next item, row, line …
    sentence,  ///< goes on in the last paragraph of the item or frame before it
    nested,    ///< belongs to the list inside the item before it
};

/// What can't be parted when a slide is split: a short block, an item of a list, a row of a table,
/// a few lines of code, a sentence of a long paragraph.
struct Atom {
    doc::Block block;
    std::size_t source = 0;   ///< atoms of one block share it and can be joined again
    bool keeps_next = false;  ///< must stand on the slide of the atom behind it
    bool whole = false;       ///< those of its source stay together where a slide holds them all
    Joint joint{};
    Length height;  ///< filled in by who measures
};

/// Cuts `blocks` into atoms; none of the text is lost. A lead-in and a heading keep what follows,
/// the first two and the last two items of a list stay together.
std::vector<Atom> atoms_of(const doc::Blocks& blocks);
/// Joins the atoms `begin` to `end` to blocks again; a table's head stands over each part.
doc::Blocks join(const std::vector<Atom>& atoms, std::size_t begin, std::size_t end);

}  // namespace triptych::deck
