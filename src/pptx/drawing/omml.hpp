#pragma once

#include <functional>
#include <string>

#include <pugixml.hpp>

#include "base/colour.hpp"
#include "doc/model.hpp"
#include "doc/tex.hpp"

/// Formulas as PowerPoint keeps them (ISO/IEC 29500-1 §22.1).
namespace triptych::pptx {

/// What every sign of a formula looks like.
struct FormulaLook {
    std::string language;  ///< as runs name it
    std::string size;      ///< hundredths of a point; empty: as the text around it
    std::string colour;    ///< `RRGGBB`; empty: as the text around it
    /// The colour that marked letters have.
    std::function<Colour(doc::MarkColour)> marked{};
};

/// Adds `m:oMath` with the formula to `parent`.
void add_formula(pugi::xml_node parent, const doc::tex::Nodes& formula, const FormulaLook& look);

}  // namespace triptych::pptx
