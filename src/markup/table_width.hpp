#pragma once

#include <cstdint>

#include "doc/model.hpp"

namespace triptych::markup {

/// What becomes of a table where its columns do not fit beside each other.
enum class NarrowForm : std::uint8_t {
    table,         ///< it fits on the narrowest screen
    scrolls,       ///< heads of more than one row, or merged cells: it scrolls sideways
    stacks,        ///< on a telephone its rows stand as records, one below the other
    stacks_early,  ///< on a small tablet, too
};

NarrowForm narrow_form(const doc::Table& table);

}  // namespace triptych::markup
