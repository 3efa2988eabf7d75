#pragma once

#include <string_view>
#include <vector>

#include "doc/model.hpp"

namespace triptych::typeset {

/// Whether `text` is one number, with its unit, sign and what groups its digits: "1 250,50 €",
/// "−3 %", "12/03". Several words, or a word alone, are none.
bool is_number(std::string_view text);

/// The author's alignment of each column; where he gave none, that of numbers where most cells of
/// the body are numbers.
std::vector<doc::Align> alignments(const doc::Table& table);

}  // namespace triptych::typeset
