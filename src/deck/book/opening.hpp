#pragma once

#include <vector>

#include "deck/deck.hpp"
#include "deck/split/section.hpp"

/// How the parts and pages of a book open in a deck.
namespace triptych::deck {

/// The pages that have slides, part by part; every page when the book has no parts.
std::vector<doc::Part> parts_of(const doc::Book& book, const std::vector<bool>& shown);

/// The slide that opens a page. What it doesn't show of the introduction stays in `page_section`.
Slide opening_slide(const doc::Page& page, Section& page_section, SlideKind kind);

/// The part's highest pages under its title, each a link; how many more there are.
void list_chapters(Slide& slide, const doc::Part& part, const doc::Book& book);

}  // namespace triptych::deck
