#pragma once

#include <cstdint>
#include <string>

#include <pugixml.hpp>

#include "pptx/drawing/omml.hpp"

namespace triptych::pptx {

enum class FormulaPlace : std::uint8_t { in_line, own_line };

/// What programs show that set no formulas: `text`, to be put into `place`.
struct FormulaText {
    pugi::xml_node place;
    std::string text;
};

/// Adds the formula in TeX to the paragraph `p` for programs that set formulas, and says what
/// others show. What can't be read is its source for all.
FormulaText add_formula_choice(pugi::xml_node p, const std::string& tex, FormulaPlace place,
                               const FormulaLook& look);

}  // namespace triptych::pptx
