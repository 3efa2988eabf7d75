#pragma once

#include <set>
#include <string>

#include "doc/tex.hpp"

namespace triptych::deck_html {

/// What a formula in TeX is drawn with by readers of MathML: its signs, the letters that single
/// ones are shown as, and those of roots. A formula may have others in a line than by itself.
/// Empty when it can't be read.
std::set<char32_t> formula_characters(const std::string& tex, doc::tex::Place place);

}  // namespace triptych::deck_html
