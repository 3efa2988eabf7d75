#pragma once

#include <cstdint>
#include <string>

namespace triptych::decoder {

/// RGBA, not premultiplied, 8 bits a channel, rows from the top without padding.
struct Pixels {
    std::uint32_t width = 0, height = 0;
    std::string rgba;
};

}  // namespace triptych::decoder
