#pragma once

#include <cstdint>

#include "doc/model.hpp"

namespace triptych::booklet {

enum class LinkNotes : std::uint8_t { none, addresses };

/// The page as it is printed: its notes in the order of their references. With addresses, a note
/// with its address stands behind every link out of the book; links whose text is their address
/// need none, in notes the address follows in brackets, and headings keep theirs on screen only.
doc::Page with_printed_notes(doc::Page page, LinkNotes links);

/// The address of a link out of the book whose text does not say it, else null.
const doc::Url* hidden_address(const doc::Inline& node);

/// Adds `by` to the number of every note that the page refers to.
void shift_references(doc::Page& page, std::uint32_t by);

}  // namespace triptych::booklet
