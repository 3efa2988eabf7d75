#pragma once

#include "base/words.hpp"
#include "doc/model.hpp"

namespace triptych::doc {

/// The word that names a link card's kind to people, in every output.
Word word_of(LinkCardKind kind);

}  // namespace triptych::doc
