#pragma once

#include <cstdint>

#include "pages/pages.hpp"

namespace triptych::pdf {

/// Elements [begin, end) of `Pages` that are lines of listings.
struct ListingLines {
    std::uint32_t begin = 0, end = 0;

    bool has(std::uint32_t element) const { return element >= begin && element < end; }
};

/// Makes of a paragraph of several pieces of code, one a line, one piece of code that holds lines
/// (`Sub`, ISO 32000-2 §14.8.4.7.2). They are new, at the end of `pages.elements`.
ListingLines group_listings(pages::Pages& pages);

}  // namespace triptych::pdf
