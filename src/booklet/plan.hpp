#pragma once

#include <cstdint>
#include <vector>

#include "booklet/chapter.hpp"

namespace triptych::booklet {

/// What one page of the body shows.
struct Leaf {
    enum class Kind : std::uint8_t { blank, part, chapter } kind{};
    std::size_t which = 0;  ///< index of the part, or of the chapter in reading order
    std::size_t range = 0;  ///< page of the chapter
};

/// The pages of the body in order; the first is a recto with number 1. Parts begin on a recto,
/// chapters too if the layout says so.
std::vector<Leaf> plan_body(const Setting& setting, const std::vector<Chapter>& chapters);

/// Page labels of everything in the body that can be linked to.
Labels labels_of(const Setting& setting, const std::vector<Chapter>& chapters,
                 const std::vector<Leaf>& plan);

}  // namespace triptych::booklet
