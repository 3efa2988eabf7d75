#pragma once

#include <vector>

#include <pugixml.hpp>

#include "svg/cascade.hpp"
#include "svg/clean.hpp"

namespace triptych::svg {

/// Sets what is written in a `foreignObject` (labels of Mermaid, draw.io, D2) or a `flowRoot`
/// (Inkscape) as `text` in `parent`: its lines where the box is, centred as they were, wrapped
/// where they would run out of it, in the size, weight and colour they have. Answers what of it
/// can't be shown.
std::vector<Finding> append_label(pugi::xml_node source, pugi::xml_node parent,
                                  const Cascade& cascade, const Variables& outer,
                                  const Setting& setting);

/// The value of an inherited property at a place of the copy; "" where none is given.
std::string_view inherited(pugi::xml_node node, const char* name);

}  // namespace triptych::svg
