#pragma once

#include "doc/model.hpp"

namespace triptych::doc {

/// Numbers equations through the book, as their environments say (`align`, `gather` …) or because
/// they have a `\label`, and puts numbers where `\ref` and `\eqref` ask for them: both are written
/// into the formulas. A reference to nothing stays as it is.
void number_equations(Book& book);

}  // namespace triptych::doc
