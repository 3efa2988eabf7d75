#pragma once

#include <string>
#include <string_view>

#include <pugixml.hpp>

#include "deck/setting/zones.hpp"
#include "deck_html/palette.hpp"

namespace triptych::deck_html {

/// The CSS variable of what is painted, such as `--p-rule`.
std::string_view variable_of(deck::Paint paint);
/// Sets them all.
void name_paints(Palette& palette, const style::Slides& look);

/// Adds what only decorates as one drawing under all else on the slide.
void add_ornaments(pugi::xml_node sheet, const std::vector<deck::Ornament>& ornaments,
                   const style::Slides& look);
/// Adds a box to tick as a drawing that says what it means.
void add_tick(pugi::xml_node parent, bool done, const Rect& box, std::string_view language);

}  // namespace triptych::deck_html
