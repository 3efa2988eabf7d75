#pragma once

#include <pugixml.hpp>

namespace triptych::svg {

/// Writes `feDropShadow` of SVG 2, which many programs use and SVG 1.1 lacks, in the steps that it
/// stands for (Filter Effects 1 §9.13).
void append_drop_shadow(pugi::xml_node source, pugi::xml_node filter);

}  // namespace triptych::svg
