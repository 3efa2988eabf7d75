#pragma once

#include <vector>

#include "base/length.hpp"

namespace triptych::typeset {

/// What a table column asks for.
struct ColumnNeed {
    Length least;   ///< width of its longest word
    Length most;    ///< width of its longest text on one line
    Share share{};  ///< of the table, asked for by the author; 0: none
};

/// Widths of all columns, together exactly `measure`: everything on one line if that fits, else the
/// surplus over the longest words shared by need (the automatic layout of CSS 2.1 §17.5.2.2). Where
/// not even the words fit, all columns shrink alike.
std::vector<Length> column_widths(const std::vector<ColumnNeed>& needs, Length measure);

}  // namespace triptych::typeset
