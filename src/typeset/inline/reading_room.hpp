#pragma once

#include <cstddef>

#include "typeset/inline/material.hpp"

namespace triptych::typeset {

/// A passage under a reading, whose items are those from `first` on.
struct WordsUnderReading {
    const StyledText& text;
    const Passage& passage;
    Length measure;
    std::size_t first = 0;
};

/// A reading that is wider than its words pushes what stands beside them away; but it may reach a
/// quarter of an em over kana, half its own size (JLREQ, 3.3.8).
void widen_for_reading(const WordsUnderReading& words, Material& material);

}  // namespace triptych::typeset
