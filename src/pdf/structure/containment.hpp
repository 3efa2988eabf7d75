#pragma once

#include <string_view>
#include <vector>

#include "pages/pages.hpp"
#include "pdf/structure/formulas.hpp"
#include "pdf/structure/listings.hpp"
#include "pdf/structure/relations.hpp"
#include "pdf/structure/repair.hpp"
#include "pdf/structure/types.hpp"

namespace triptych::pdf {

/// What decides about types beside tags.
struct Modern {
    const Formulas& formulas;
    const ListingLines& lines;
    const Relations& relations;
    const std::vector<std::uint8_t>& drawn;  ///< by element: it has content of its own
};

/// The type of each element in PDF 2.0: its own where ISO/TS 32005 lets it stand, else the next
/// best that may stand there. A note that nothing cites is no note.
std::vector<Type> contained_types(const std::vector<pages::Element>& elements, const Repaired& tree,
                                  const Modern& modern);

}  // namespace triptych::pdf
