#pragma once

#include <optional>
#include <string>

#include "base/colour.hpp"
#include "pages/pages.hpp"

namespace triptych::typeset {

/// A square drawing that phones read as an address.
struct LinkCode {
    pages::Path drawing;
    Length size;
};

/// The QR code (ISO/IEC 18004) of `address`, at least 18 mm wide and with modules of at least
/// 0.4 mm; the quiet zone around it is left to the caller. Nothing when the address is too long.
std::optional<LinkCode> link_code(const std::string& address, Colour colour);

}  // namespace triptych::typeset
