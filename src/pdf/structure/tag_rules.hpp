#pragma once

#include <cstdint>
#include <optional>
#include <vector>

#include "pages/pages.hpp"

namespace triptych::pdf {

/// Where a caption may stand among the children of its parent.
enum class CaptionPlace : std::uint8_t { first, first_or_last };

/// What ISO 32000-1 §14.8.4 and ISO 14289-1 §7.2 say of a structure type.
struct TagRule {
    std::vector<pages::Tag> children;    ///< all that it may hold; empty: anything
    std::optional<pages::Tag> parent{};  ///< what it must stand in
    CaptionPlace caption{};              ///< of those that may hold a caption
    bool holds_text = false;  ///< holds a line of text, so that figures stand in the line
};

const TagRule& rule_of(pages::Tag tag);

}  // namespace triptych::pdf
