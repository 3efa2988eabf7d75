#pragma once

#include <cstdint>
#include <string>

namespace triptych {

/// An sRGB colour, 8 bits a channel.
struct Colour {
    std::uint8_t red = 0, green = 0, blue = 0;
    friend constexpr bool operator==(Colour, Colour) = default;
};

/// As CSS writes it: `#1a2b3c`.
std::string css(Colour colour);

}  // namespace triptych
