#pragma once

#include <string>

#include "deck/deck.hpp"
#include "deck/setting/setting.hpp"

namespace triptych::deck_html {

/// The fonts of the slides' text inside the document, with no more glyphs than it needs.
struct EmbeddedFonts {
    std::string css;       ///< `@font-face` rules
    std::string fallback;  ///< families for other characters, to follow every family's name
};

EmbeddedFonts embed_fonts(const deck::Deck& deck, const deck::Setting& setting);

}  // namespace triptych::deck_html
