#pragma once

#include <cstddef>
#include <vector>

#include "pages/pages.hpp"

namespace triptych::pdf {

/// Neighbouring items [begin, end) of a page that are marked together: all that draw belong to
/// `element`. What lies between groups draws nothing. The groups of a page with an element have the
/// marked-content identifiers 0, 1, 2, … in order; artifacts have none.
struct Group {
    pages::ElementId element{};
    std::size_t begin = 0, end = 0;
};

/// False for link areas, and for items that leave no ink.
bool draws(const pages::Item& item);

/// The groups of a page. Items of an element outside `elements` are a bug of the caller.
std::vector<Group> groups(const pages::Page& page, std::size_t elements);

}  // namespace triptych::pdf
