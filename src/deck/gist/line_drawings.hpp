#pragma once

#include <cstddef>

#include "doc/model.hpp"

/// Listings that are drawings: boxes and arrows of characters.
namespace triptych::deck {

/// Whether many of its lines draw: a listing half of which means nothing. The tree of a folder is
/// none, nor is a table of one frame.
bool is_line_drawing(const doc::CodeBlock& code);

/// Whether a slide holds it whole, in the smallest size, below `claim_bytes` of a claim and with or
/// without a line at the foot.
bool fits_whole(const doc::CodeBlock& code, std::size_t claim_bytes, bool has_foot);

}  // namespace triptych::deck
