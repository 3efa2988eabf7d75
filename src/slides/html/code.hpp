#pragma once

#include <pugixml.hpp>

#include "slides/deck.hpp"

namespace triptych::slides::html {

/// Adds the QR code of the slide's address, as large as fits into `room`, as a drawing with a text
/// alternative.
void add_address_code(pugi::xml_node parent, const Slide& slide, const Rect& room,
                      std::string_view language);

}  // namespace triptych::slides::html
