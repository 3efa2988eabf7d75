#pragma once

#include <pugixml.hpp>

#include "pptx/schema/schema.hpp"

namespace triptych::pptx::schema {

/// Leaves of an element what its type knows: elements and attributes that it has, with values that
/// hold, each where it may stand. False when something it can't be without would be missing. The
/// names are settled, and elements nested no deeper than a stack allows.
bool prune(pugi::xml_node element, const Type& type);

}  // namespace triptych::pptx::schema
