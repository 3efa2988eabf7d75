#pragma once

#include <cstdint>
#include <string>

#include <pugixml.hpp>

#include "pptx/drawing/omml.hpp"

namespace triptych::pptx {

enum class FormulaPlace : std::uint8_t { in_line, own_line };

/// Adds the formula in TeX to the paragraph `p` for programs that set formulas, and returns the
/// node that holds what others show: text, to be filled in. What can't be read is that text alone.
pugi::xml_node add_formula_choice(pugi::xml_node p, const std::string& tex, FormulaPlace place,
                                  const FormulaLook& look);

}  // namespace triptych::pptx
