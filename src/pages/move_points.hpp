#pragma once

#include <variant>

#include "base/match.hpp"
#include "pages/pages.hpp"

namespace triptych::pages {

/// Calls `move` with every point of `path`, those that only steer its curves included.
template <typename Move>
void move_points(Path& path, const Move& move) {
    for (Segment& segment : path.segments)
        std::visit(Match{[&](MoveTo& step) { move(step.to); }, [&](LineTo& step) { move(step.to); },
                         [&](CurveTo& step) {
                             move(step.control1);
                             move(step.control2);
                             move(step.to);
                         },
                         [](ClosePath&) {}},
                   segment);
}

}  // namespace triptych::pages
