#pragma once

#include <cstdint>
#include <string>
#include <utility>
#include <vector>

#include "doc/tex.hpp"
#include "typeset/math/setting.hpp"
#include "typeset/math/spacing.hpp"

/// Formulas to boxes, by the rules of The TeXbook, Appendix G, with the constants of OpenType's
/// MATH table. Inside of the folder.
namespace triptych::typeset::math {

/// A part of a row: the noad of TeX.
struct Atom {
    Class kind{};
    StyleLevel level{};
    Box box;
    std::uint16_t glyph = 0;  ///< the one it consists of, for accents and kerns; 0: none
    Length italic;            ///< how far it leans over its width
    Length space_before;
    std::string growing;    ///< a bracket that grows with the row around it
    bool is_large = false;  ///< an operator whose scripts take what it leans
    /// Of the rows of equations: what stands at the margin, and how far below the base line.
    std::vector<std::pair<Box, Length>> tags{};
};
using Atoms = std::vector<Atom>;

/// The atoms of a row, their spaces not yet known.
Atoms atoms_of(const doc::tex::Nodes& nodes, Style style, const Setting& setting);
/// Resolves binary signs and sets the spaces.
void set_spaces(Atoms& atoms, const Setting& setting);
/// Atoms `begin` to `end` with the spaces between them.
Box joined(Atoms& atoms, std::size_t begin, std::size_t end);
/// All of a row in one box.
Box box_of(const doc::tex::Nodes& nodes, Style style, const Setting& setting);
/// The same, remembering the glyph when it is but one.
Atom atom_of(const doc::tex::Nodes& nodes, Style style, const Setting& setting);

Atom set(const doc::tex::Scripts& scripts, Style style, const Setting& setting);
Atom set(const doc::tex::Fraction& fraction, Style style, const Setting& setting);
Atom set(const doc::tex::Root& root, Style style, const Setting& setting);
Atom set(const doc::tex::Fenced& fenced, Style style, const Setting& setting);
Atom set(const doc::tex::Accent& accent, Style style, const Setting& setting);
Atom set(const doc::tex::Matrix& matrix, Style style, const Setting& setting);
Atom set(const doc::tex::Arrow& arrow, Style style, const Setting& setting);
Atom set(const doc::tex::Enclosed& enclosed, Style style, const Setting& setting);
Atom set(const doc::tex::Padded& padded, Style style, const Setting& setting);
Atom set(const doc::tex::Coloured& coloured, Style style, const Setting& setting);

/// A bracket of `height`; none for an empty one.
Box bracket(std::string_view sign, Length height, Style style, const Setting& setting);

}  // namespace triptych::typeset::math
