#pragma once

#include <string>

#include "deck/deck.hpp"
#include "style/sheet.hpp"

/// The layout as CSS, to stand behind the rules of `deck.css`: colours, zones, styles of type.
namespace triptych::deck_html {

/// All lengths are numbers of points of the slide, to be multiplied with `--u`. `fallback` is added
/// to every list of font families.
std::string write_look(const deck::Deck& deck, const style::Sheet& sheet,
                       const std::string& fallback);

/// Class of slides whose body is set at this size.
std::string size_class(Length body_size);

/// A length as a number of points, at most two decimals.
std::string points(Length length);

}  // namespace triptych::deck_html
