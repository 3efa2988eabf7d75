#pragma once

#include <cstddef>

#include "pptx/writer/writing.hpp"

namespace triptych::pptx {

/// Writes slide number `number` (from 0) with its relationships.
void write_slide(std::size_t number, const Writing& writing);

void write_notes_master(const Writing& writing);
/// The notes page of slide `number`: its picture, its whole text, its number.
void write_notes(std::size_t number, const Writing& writing);
/// Whether any slide has notes.
bool has_notes(const deck::Deck& deck);
/// Whether there are notes and no template brings their master.
bool needs_notes_master(const Writing& writing);

/// The part that ties masters and slides together, with its satellites.
void write_presentation(const Writing& writing);
/// Title, author, language and dates; counts for the file's information.
void write_properties(const Writing& writing);

}  // namespace triptych::pptx
