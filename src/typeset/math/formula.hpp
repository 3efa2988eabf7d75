#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "doc/speech.hpp"
#include "typeset/context.hpp"
#include "typeset/math/box.hpp"

/// Formulas for paragraphs and for lines of their own.
namespace triptych::typeset::math {

/// Part of a formula in a line of text. The line may end behind it at the cost of `penalty`; then
/// the space behind it is gone.
struct LinePart {
    Box box;
    Length space;
    std::int32_t penalty = 0;
};

/// A formula in a line of text, and what is heard of it.
struct TextFormula {
    std::vector<LinePart> parts;
    doc::Speech speech;
};

/// One line of a displayed formula, its left edge from that of the measure.
struct DisplayLine {
    Box box;
    Length left;
};

struct DisplayFormula {
    std::vector<DisplayLine> lines;
    doc::Speech speech;
};

/// What a formula is set for.
struct FormulaRequest {
    std::string_view tex;
    const style::TextStyle& style;  ///< of the text around it
    Span span;
};

/// The parts of a formula in a line of text; it may be parted behind relations and binary signs
/// that stand in no group. Nothing when the formula can't be read, which is reported, or the
/// layout has no font with a `MATH` table.
std::optional<TextFormula> set_in_text(const FormulaRequest& request, Context& context);

/// The lines of a formula on its own: one in the middle of the measure, or several broken in front
/// of relations; made smaller where that does not do, so that none is wider than `measure`.
std::optional<DisplayFormula> set_displayed(const FormulaRequest& request, Length measure,
                                            Context& context);

}  // namespace triptych::typeset::math
