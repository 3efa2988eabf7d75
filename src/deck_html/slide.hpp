#pragma once

#include <map>
#include <set>
#include <string>

#include "deck/deck.hpp"
#include "deck/setting/setting.hpp"
#include "deck_html/pictures.hpp"

namespace triptych::deck_html {

/// What writing the slides of one document shares.
struct Writing {
    const deck::Deck& deck;
    const deck::Setting& setting;
    const Pictures& pictures;
    Diagnostics& diagnostics;
    std::set<std::string, std::less<>> targets{};  ///< every id that links may lead to
    std::set<std::string, std::less<>> ids{};      ///< those that are taken
};

/// Slide `number` (from 0) as a section: heading first, its notes behind it.
std::string write_slide(std::size_t number, Writing& writing);

}  // namespace triptych::deck_html
