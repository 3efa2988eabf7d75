#pragma once

#include "typeset/galley.hpp"

/// Text on pages that are composed by hand: cover, colophon, contents, running heads.
namespace triptych::booklet {

/// A paragraph as a galley of its own, ready to be measured and placed.
typeset::Galley set_text(const doc::Inlines& body, const style::TextStyle& style, Length measure,
                         pages::ElementId element, typeset::Context& context);
typeset::Galley set_text(std::string text, const style::TextStyle& style, Length measure,
                         pages::ElementId element, typeset::Context& context);
/// Places all rows of the galley at `at` and returns the y below them.
Length put(const typeset::Galley& galley, Point at, std::vector<pages::Item>& items);

/// `text` on one line not wider than `measure`, cut behind a word with "…" where it must be.
std::vector<pages::Item> fit_line(std::string_view text, const style::TextStyle& style,
                                  Length measure, typeset::Context& context, Length& width);

/// The colour so many thousandths of the way from `from` to `to`.
Colour mix(Colour from, Colour to, int thousandths);

}  // namespace triptych::booklet
