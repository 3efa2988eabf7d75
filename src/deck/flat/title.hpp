#pragma once

#include "doc/model.hpp"

namespace triptych::deck {

/// A title without the emoji in front of it and the colon behind.
doc::Inlines bare_title(const doc::Inlines& title);

}  // namespace triptych::deck
