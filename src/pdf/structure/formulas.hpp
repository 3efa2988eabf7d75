#pragma once

#include <cstdint>
#include <string>
#include <utility>
#include <vector>

#include "pages/pages.hpp"

namespace triptych::pdf {

/// An element of MathML.
struct MathElement {
    std::string name;
    std::vector<std::pair<std::string, std::string>> attributes;
};

/// The elements of `Pages` that are elements of MathML: all from `first` on.
struct Formulas {
    std::uint32_t first = 0xFFFFFFFF;
    std::vector<MathElement> elements;

    /// Null for other elements.
    const MathElement* find(std::uint32_t element) const {
        return element < first ? nullptr : &elements[element - first];
    }
};

/// Gives the formulas that have their MathML its elements, at the end of `pages.elements`, and
/// shares out to these what is drawn of them: glyph by glyph, by what they say. Rules become
/// artifacts.
Formulas expand_formulas(pages::Pages& pages);

}  // namespace triptych::pdf
