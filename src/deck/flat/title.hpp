#pragma once

#include "doc/model.hpp"

namespace triptych::deck {

/// A title without the emoji in front of it and the colon behind.
doc::Inlines bare_title(const doc::Inlines& title);

/// A heading as it stands above the titles of the slides under it: each of them would repeat one
/// that is longer than any line, so of such a one the beginning is taken, with an ellipsis.
doc::Inlines as_kicker(const doc::Inlines& heading);

}  // namespace triptych::deck
