#pragma once

#include <vector>

#include "base/length.hpp"
#include "doc/model.hpp"

namespace triptych::typeset {

/// The alignment of each column.
std::vector<doc::Align> alignments(const doc::Table& table);

/// Room behind a column whose text ends at its right edge where that of the next one begins at its
/// left edge: without it the two read as one.
Length gutter_behind(std::size_t column, const std::vector<doc::Align>& aligns, Length em);

}  // namespace triptych::typeset
