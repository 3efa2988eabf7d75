#pragma once

#include <string>

#include "slides/deck.hpp"
#include "slides/setting.hpp"

namespace triptych::slides::html {

/// The fonts of the slides' text inside the document, with no more glyphs than it needs.
struct EmbeddedFonts {
    std::string css;       ///< `@font-face` rules
    std::string fallback;  ///< families for other characters, to follow every family's name
};

EmbeddedFonts embed_fonts(const Deck& deck, const Setting& setting);

}  // namespace triptych::slides::html
