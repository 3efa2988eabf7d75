#pragma once

#include <cstdint>
#include <vector>

#include "pages/pages.hpp"

namespace triptych::booklet {

/// Items of a tree whose elements are now behind `offset` others. Artifacts belong to no tree.
inline void move_elements(std::uint32_t offset, std::vector<pages::Item>& items) {
    for (pages::Item& item : items) {
        if (pages::is_artifact(item.element)) continue;
        const auto own = static_cast<std::uint32_t>(item.element);
        item.element = static_cast<pages::ElementId>(own + offset);
    }
}

}  // namespace triptych::booklet
