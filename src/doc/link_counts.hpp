#pragma once

#include <triptych/link_counts.hpp>

#include "doc/model.hpp"

namespace triptych::doc {

/// Counts the links in text, of cards and of link cards, notes included.
LinkCounts count_links(const Book& book);

}  // namespace triptych::doc
