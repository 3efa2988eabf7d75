#pragma once

#include "doc/model.hpp"

namespace triptych::booklet {

/// The page as it is printed: behind every link out of the book stands a note with its address, and
/// all notes are numbered in the order of their references. Links whose text is their address need
/// none; in notes the address follows in brackets; headings keep theirs on screen only.
doc::Page with_link_notes(doc::Page page);

/// The page with its notes in the order of their references, and nothing else changed.
doc::Page with_sorted_notes(doc::Page page);

}  // namespace triptych::booklet
