#pragma once

#include <string_view>

#include "deck/deck.hpp"
#include "deck/gist/gist.hpp"

/// A gist as the blocks of a slide.
namespace triptych::deck {

/// Claim, points, columns and warning of a gist; not its special.
void show_points(Slide& slide, const Gist& gist, std::string_view language);
/// The table, listing, picture or formula, in as much as a slide holds; `more` counts the rest, and
/// `further` the others of the section, also where none is shown.
void show_special(Slide& slide, const Gist& gist, const Lexicon* lexicon,
                  std::string_view language);
/// Counts what is in the notes alone.
void add_further(Slide& slide, const MoreSpecials& more);
/// Cards, each a section's title with its claim or points.
struct CardSource {
    const Passage& section;
    const Gist& gist;
};
void show_cards(Slide& slide, const std::vector<CardSource>& sources, std::string_view language);
/// Two sections side by side.
void show_pair(Slide& slide, const CardSource& left, const CardSource& right,
               const Lexicon* lexicon, std::string_view language);

/// A list of points; heads in bold where something stands behind them.
doc::Block list_of(const PointColumn& column, GistKind kind, Span span);

}  // namespace triptych::deck
