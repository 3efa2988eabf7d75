#pragma once

#include "typeset/galley.hpp"

namespace triptych::typeset {

/// Sets note `number` (from 0) of a page for the page's foot: its number hangs before the text. The
/// element of the note, under `parent`, carries the id made from `Context::note_prefix`.
Galley set_note(const doc::Note& note, std::uint32_t number, Length measure,
                pages::ElementId parent, Context& context);

}  // namespace triptych::typeset
