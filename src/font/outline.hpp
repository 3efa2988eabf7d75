#pragma once

#include <array>
#include <cstdint>

namespace triptych::font {

/// A step of a glyph's outline, in font units, y up. Contours are closed by themselves.
struct OutlineCommand {
    enum class Kind : std::uint8_t { move, line, curve } kind{};
    struct Point {
        float x = 0, y = 0;
    };
    std::array<Point, 3> points;  ///< the end; of a cubic curve both control points and the end
};

}  // namespace triptych::font
