#pragma once

#include <map>
#include <set>
#include <string>

#include "slides/deck.hpp"
#include "slides/html/pictures.hpp"
#include "slides/setting.hpp"

namespace triptych::slides::html {

/// What writing the slides of one document shares.
struct Writing {
    const Deck& deck;
    const Setting& setting;
    const Pictures& pictures;
    Diagnostics& diagnostics;
    std::set<std::string, std::less<>> targets{};  ///< every id that links may lead to
    std::set<std::string, std::less<>> ids{};      ///< those that are taken
};

/// Slide `number` (from 0) as a section: heading first, its notes behind it.
std::string write_slide(std::size_t number, Writing& writing);

}  // namespace triptych::slides::html
