#pragma once

#include "base/schema.hpp"

/// What may stand in the parts of a presentation (ISO/IEC 29500-4, Transitional), as far as slides,
/// notes, masters, layouts, themes, lists of styles, formulas and properties go. Elements are told
/// by their usual prefixes: `a`, `p`, `r`, `m` ... (names.hpp). The tables are in `*.def`, in the
/// notation of base/schema.hpp; what is in an `OPEN` type is not described here.
namespace triptych::pptx::schema {

using namespace triptych::schema;

/// The type of a part's root; null for those that are not described here.
const Type* type_of_root(std::string_view name);

}  // namespace triptych::pptx::schema
