#pragma once

#include <string>

#include "doc/tex.hpp"

namespace triptych::doc {

/// `formula` in one line of text, for programs that know no formulas: `x = (−b ± √(b² −
/// 4ac))/(2a)`.
std::string formula_text(const tex::Nodes& formula);

}  // namespace triptych::doc
