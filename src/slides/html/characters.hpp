#pragma once

#include <map>
#include <set>
#include <string_view>

#include "slides/deck.hpp"
#include "slides/setting.hpp"

namespace triptych::slides::html {

/// Code points by the face that draws them.
using Characters = std::map<FaceId, std::set<char32_t>>;

/// All that the slides show, with marks and labels of their look; not their notes.
Characters characters_of(const Deck& deck, const Setting& setting);

}  // namespace triptych::slides::html
