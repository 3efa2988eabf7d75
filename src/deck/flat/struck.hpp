#pragma once

#include "doc/model.hpp"

namespace triptych::deck {

bool holds_struck(const doc::Inlines& inlines);

/// The inlines without what is struck out, and without what was there for its sake alone: a second
/// comma, brackets around nothing, an "and" that leads to nothing.
doc::Inlines without_struck(const doc::Inlines& inlines);

}  // namespace triptych::deck
