#pragma once

#include <span>
#include <vector>

#include "deck/deck.hpp"
#include "deck/digest/digest.hpp"

/// Pages that share one slide.
namespace triptych::deck {

/// A chapter: its first page's title and claim, the titles of the pages below it. All their text is
/// in the notes.
Slide chapter_slide(const doc::Book& book, std::span<const PageId> pages, const DigestScope& scope);
/// Neighbouring chapters as cards: title and claim, or the titles of the pages below.
Slide group_slide(const doc::Book& book, std::span<const PageId> pages, const DigestScope& scope);
/// The parts of the book, each a link to its first page.
Slide plan_slide(const doc::Book& book, const std::vector<doc::Part>& parts);

}  // namespace triptych::deck
