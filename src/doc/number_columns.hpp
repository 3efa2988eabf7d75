#pragma once

#include <string_view>

#include "doc/model.hpp"

/// Columns of numbers: they end at the right, in every output.
namespace triptych::doc {

/// Whether `text` is one number, with its unit, currency and sign and what groups its digits:
/// "1 250,50 €", "−3 %", "12/03". Several words, a word alone, and labels with a letter in front of
/// their digits, such as "F1" and "n° 5", are none.
bool is_number(std::string_view text);

/// Aligns the columns at the right that their authors said nothing of where most filled cells of
/// the body are numbers.
void align_number_columns(Book& book);

}  // namespace triptych::doc
