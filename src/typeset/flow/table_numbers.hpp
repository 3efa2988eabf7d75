#pragma once

#include <string_view>
#include <vector>

#include "base/length.hpp"
#include "doc/model.hpp"

namespace triptych::typeset {

/// Whether `text` is one number, with its unit, sign and what groups its digits: "1 250,50 €",
/// "−3 %", "12/03". Several words, or a word alone, are none.
bool is_number(std::string_view text);

/// The author's alignment of each column; where he gave none, that of numbers where most cells of
/// the body are numbers.
std::vector<doc::Align> alignments(const doc::Table& table);

/// Room behind a column whose text ends at its right edge where that of the next one begins at its
/// left edge: without it the two read as one.
Length gutter_behind(std::size_t column, const std::vector<doc::Align>& aligns, Length em);

}  // namespace triptych::typeset
