#pragma once

#include <string>

#include "doc/model.hpp"

/// What becomes of blocks that show or lead to what is not in the book.
namespace triptych::gitbook {

/// A card for a page that GitBook lost: nothing is left to say of it.
bool is_lost_card(const doc::Block& block);
/// A linked picture that can't be shown leaves its name as the link.
doc::Block linked_name(std::string name, const doc::Picture& picture);
/// Adds the caption of pictures that are not there to the last of the blocks that stand for them,
/// or behind it.
void add_caption(doc::Blocks& lost, doc::Inlines caption, Span span);

}  // namespace triptych::gitbook
