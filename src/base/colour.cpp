#include "base/colour.hpp"

#include <fmt/format.h>

namespace triptych {

std::string css(Colour colour) {
    return fmt::format("#{:02x}{:02x}{:02x}", colour.red, colour.green, colour.blue);
}

}  // namespace triptych
