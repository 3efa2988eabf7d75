#pragma once

#include <vector>

#include <triptych/changes.hpp>

#include "doc/model.hpp"

namespace triptych::doc {

/// What a finished book's structure has that its author did not write: `heading-level` where a
/// heading counts as another level than it looks, `numbered-anchor` where a heading repeats an
/// earlier one of its page and leads to an address of its own, `bold-heading` where a bold
/// paragraph is kept with what follows as a heading is. In reading order.
std::vector<Change> structure_changes(const Book& book);

}  // namespace triptych::doc
