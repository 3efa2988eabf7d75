#pragma once

#include <algorithm>
#include <cstdint>
#include <optional>

#include "base/length.hpp"

/// How level two facing pages can end. Inside the room only.
namespace triptych::typeset {

/// How many steps of the grid a page ends short of its foot or its notes, and how many of them its
/// spaces can make up for.
struct Shortness {
    std::int64_t steps = 0, to_give = 0;
    bool on_notes = false;  ///< it ends level, whatever its text does
    std::int64_t least() const { return on_notes ? 0 : std::max<std::int64_t>(0, steps - to_give); }
};

/// Nothing of a page that ends where it likes.
using MaybeShort = std::optional<Shortness>;

/// What is known of a page before its spaces are widened.
struct Lack {
    Length length;            ///< negative where pictures are to give it
    std::int64_t spaces = 0;  ///< steps that its spaces can give
    bool on_notes = false;
};

Shortness shortness_of(const Lack& lack, Length line, Length grid);

/// By how many steps two facing pages can't end level.
std::int64_t unevenness(const MaybeShort& left, const MaybeShort& right);

}  // namespace triptych::typeset
