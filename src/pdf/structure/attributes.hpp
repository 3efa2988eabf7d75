#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "pages/pages.hpp"
#include "pdf/box.hpp"
#include "pdf/structure/repair.hpp"

namespace triptych::pdf {

/// The `ID` entries of elements.
using ElementIds = std::map<std::uint32_t, std::string>;

/// The value of an element's `A` entry (ISO 32000-1 §14.8.5), empty when it has no attributes.
/// `box` is where a figure or formula is drawn.
std::string attributes(const pages::Element& element, const Repaired& tree, std::uint32_t index,
                       const std::optional<Box>& box, const ElementIds& ids);

/// The `ID` of every note by element: its own, made unique, or a made one (ISO 14289-1 §7.9); of
/// header cells that data cells name; and of other elements that have one.
ElementIds unique_ids(const std::vector<pages::Element>& elements, const Repaired& tree);

}  // namespace triptych::pdf
