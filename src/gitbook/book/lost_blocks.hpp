#pragma once

#include <string>

#include "doc/model.hpp"

/// What becomes of blocks that show or lead to what is not in the book.
namespace triptych::gitbook {

/// A card for a page that GitBook lost: nothing is left to say of it.
bool is_lost_card(const doc::Block& block);
/// A linked picture that can't be shown leaves its name as the link.
doc::Block linked_name(std::string name, const doc::Picture& picture);
/// Gives the block that stands for a picture the picture's caption.
void give_caption(doc::Block& block, doc::Inlines caption);

}  // namespace triptych::gitbook
