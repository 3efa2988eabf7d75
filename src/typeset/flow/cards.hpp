#pragma once

#include <cstddef>

#include "base/length.hpp"

namespace triptych::typeset {

/// How many of `count` cards stand side by side in `measure`: two, three where that fills every
/// row of a wide measure, one in a narrow one.
std::size_t cards_beside(std::size_t count, Length measure, Length gutter);

}  // namespace triptych::typeset
