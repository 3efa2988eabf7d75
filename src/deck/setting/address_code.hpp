#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "base/colour.hpp"
#include "base/length.hpp"
#include "deck/deck.hpp"
#include "pages/pages.hpp"

namespace triptych::deck {

inline constexpr Colour code_ground{255, 255, 255}, code_ink{0, 0, 0};

/// The QR code of an address on its light panel.
struct AddressCode {
    Rect panel;           ///< with the quiet zone
    Point at;             ///< of the drawing
    Length side;          ///< of the drawing, which is square
    pages::Path drawing;  ///< the dark modules
};
/// Made as large as fits into `room`, at its lower right corner; nothing when the address is too
/// long.
std::optional<AddressCode> address_code(const std::string& address, const Rect& room);

/// What the code shows, in words.
std::string code_alternative(const Slide& slide, std::string_view language);

}  // namespace triptych::deck
