#pragma once

#include <string>

#include "typeset/galley.hpp"
#include "typeset/inline/paragraph.hpp"

/// Lines of text to rows.
namespace triptych::typeset {

/// Distance from the top of a row of `style`'s leading to its base line: the face's ascent and
/// descent in the middle of the leading.
Length baseline_in_row(const style::TextStyle& style, const Context& context);
/// Height of the capitals above the base line.
Length cap_height(const style::TextStyle& style, const Context& context);
/// A row of the line, `left` from the galley's edge.
Row row_of(Line line, const style::TextStyle& style, Length left, const Context& context);
/// Puts `line` in front of what is on the row's base line, in reading order too.
void put_first(Line line, Length left, Row& row);
/// The narrowest measure in which a heading still takes no more lines than in `measure`, so that
/// its lines are about equally long.
Length balanced_measure(const doc::Inlines& body, const style::TextStyle& style, Length measure,
                        Context& context);
/// A displayed formula as one in a line of text.
doc::Inlines in_text(const doc::MathBlock& math, Span span);
/// Words that the program itself prints, as inlines.
doc::Inlines words(std::string text);

}  // namespace triptych::typeset
