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

/// The value of an element's `A` entry (ISO 32000-1 §14.8.5), empty when it has no attributes.
/// `box` is where a figure or formula is drawn.
std::string attributes(const pages::Element& element, const Repaired& tree, std::uint32_t index,
                       const std::optional<Box>& box);

/// Speaks of a language tag as RFC 3066 has it (ISO 14289-1 §7.2).
bool is_language_tag(std::string_view tag);

/// The `ID` of every note by element: its own, made unique, or a made one (ISO 14289-1 §7.9); and
/// those of other elements that have one.
std::map<std::uint32_t, std::string> unique_ids(const std::vector<pages::Element>& elements,
                                                const Repaired& tree);

}  // namespace triptych::pdf
