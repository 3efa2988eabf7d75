#pragma once

#include <pugixml.hpp>

#include "deck/deck.hpp"

namespace triptych::deck_html {

/// Adds the QR code of the slide's address, as large as fits into `room`, as a drawing with a text
/// alternative.
void add_address_code(pugi::xml_node parent, const deck::Slide& slide, const Rect& room,
                      std::string_view language);

}  // namespace triptych::deck_html
