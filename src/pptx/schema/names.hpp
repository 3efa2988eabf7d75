#pragma once

#include <pugixml.hpp>

namespace triptych::pptx::schema {

/// Gives elements and attributes the usual prefixes of their namespaces (`a`, `p`, `r`, `mc`);
/// those of other namespaces get the prefix `other`. Leaves what a program that knows no extension
/// sees (ISO/IEC 29500-3): of alternatives the fallback, nothing of namespaces that may be ignored.
/// False when a prefix is not declared, or elements are nested too deep.
bool settle_names(pugi::xml_document& document);

}  // namespace triptych::pptx::schema
