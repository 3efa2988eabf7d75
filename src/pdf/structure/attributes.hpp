#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "pages/pages.hpp"
#include "pdf/box.hpp"
#include "pdf/object/dictionary.hpp"
#include "pdf/structure/repair.hpp"

namespace triptych::pdf {

/// The `ID` entries of elements.
using ElementIds = std::map<std::uint32_t, std::string>;

/// The `ID` of every note by element: its own, made unique, or a made one (ISO 14289-1 §7.9); of
/// header cells that data cells name; and of other elements that have one.
ElementIds unique_ids(const std::vector<pages::Element>& elements, const Repaired& tree);

/// What the attributes of elements are made from.
struct AttributeSources {
    const std::vector<pages::Element>& elements;
    const Repaired& tree;
    const ElementIds& ids;
    const ElementIds& continued;  ///< lists, with the `ID` of the one that each goes on with
};
/// Writes the `A` entry of an element (ISO 32000-1 §14.8.5) where it has attributes. `box` is where
/// a figure or formula is drawn.
void write_attributes(object::Dictionary& out, const AttributeSources& sources, std::uint32_t index,
                      const std::optional<Box>& box);

}  // namespace triptych::pdf
