#pragma once

#include <pugixml.hpp>

namespace triptych::svg {

/// Whether the numbers of a filter's step are such that it means something, and does not bring
/// librsvg down.
bool is_sound(pugi::xml_node primitive);

/// Puts the functions of `feComponentTransfer` into the order that the schema of SVG 1.1 wants
/// (§15.11); of several for one channel the last one stays.
void order_functions(pugi::xml_node transfer);

}  // namespace triptych::svg
