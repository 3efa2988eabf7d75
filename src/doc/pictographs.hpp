#pragma once

#include "doc/model.hpp"

namespace triptych::doc {

/// Takes all emoji out of what can be read without them: where a paragraph, a title or a cell has
/// nothing else, they stay. Code keeps its own.
void drop_pictographs(Inlines& body);
void drop_pictographs(Blocks& blocks);
/// Out of its title and its notes, too.
void drop_pictographs(Page& page);

}  // namespace triptych::doc
