#pragma once

#include <triptych/diagnostics.hpp>

#include "gitbook/syntax/node.hpp"

namespace triptych::gitbook {

/// Notes to which only notes refer that nothing refers to have no place of their own: their text
/// goes to the end of `blocks`, each is reported, and the others are numbered anew.
void free_unreached_notes(Nodes& blocks, Nodes& notes, Diagnostics& diagnostics);

}  // namespace triptych::gitbook
