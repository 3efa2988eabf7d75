#pragma once

#include <cstdint>
#include <vector>

#include "booklet/chapter.hpp"
#include "booklet/side.hpp"

namespace triptych::booklet {

/// What one page of the body shows.
struct Leaf {
    enum class Kind : std::uint8_t { blank, part, chapter } kind{};
    std::size_t which = 0;  ///< index of the part, or of the chapter in reading order
    std::size_t range = 0;  ///< page of the chapter
};

/// What is to be planned: chapters in reading order and, by part, whether it has an opener.
struct PlanInput {
    const std::vector<Chapter>& chapters;
    const std::vector<bool>& opened;
};

/// The side that a page which starts so must stand on, if one: that of the opener of a part, or of
/// a chapter.
std::optional<Side> side_of_part(style::Start start);
std::optional<Side> side_of_chapter(style::Start start);

/// The pages of the body in order, behind `before` others. Parts and chapters begin where the
/// layout says, but no blank page in front of an opener costs a sheet of paper.
std::vector<Leaf> plan_body(const Setting& setting, const PlanInput& input, std::size_t before);

/// Page labels of everything in the body that can be linked to.
Labels labels_of(const Setting& setting, const std::vector<Chapter>& chapters,
                 const std::vector<Leaf>& plan, std::size_t before);

}  // namespace triptych::booklet
