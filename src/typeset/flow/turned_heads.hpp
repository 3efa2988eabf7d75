#pragma once

#include "doc/model.hpp"
#include "typeset/galley.hpp"

/// Heads of columns that are narrower than their names: turned to read from below.
namespace triptych::typeset {

/// Where the head of a column stands in its row.
struct HeadPlace {
    Length left, width;  ///< of the column, without padding
    Length height;       ///< of the row, without padding: the measure that turned heads are set in
};

/// One row of `cell`, which was set at the left edge, turned and standing on the foot of its place.
Galley turned_head(const Galley& cell, const HeadPlace& place, doc::Align align, bool is_mirrored);
/// The same of a cell that stays upright, and was set where it stands.
Galley lowered_head(const Galley& cell, Length height);

}  // namespace triptych::typeset
