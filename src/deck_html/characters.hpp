#pragma once

#include <map>
#include <set>
#include <string_view>

#include "deck/deck.hpp"
#include "deck/setting/setting.hpp"

namespace triptych::deck_html {

/// Code points by the face that draws them.
using Characters = std::map<FaceId, std::set<char32_t>>;

/// All that the slides show, with marks and labels of their look; not their notes.
Characters characters_of(const deck::Deck& deck, const deck::Setting& setting);

}  // namespace triptych::deck_html
