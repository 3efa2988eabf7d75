#pragma once

#include "base/schema.hpp"

/// What may stand in the parts of a presentation (ISO/IEC 29500-4, Transitional), as far as slides,
/// notes, masters, layouts, themes and lists of styles go. Elements are told by their usual
/// prefixes: `a`, `p` and `r` (names.hpp). The tables are in `*.def`, in the notation of
/// base/schema.hpp; what is in an `OPEN` type is not described here.
namespace triptych::pptx::schema {

using namespace triptych::schema;

/// The type of a part's root; null for those that are not described here.
const Type* type_of_root(std::string_view name);

}  // namespace triptych::pptx::schema
