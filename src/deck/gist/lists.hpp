#pragma once

#include <cstddef>
#include <cstdint>
#include <vector>

#include "deck/gist/gist.hpp"
#include "doc/model.hpp"

/// The author's lists as points.
namespace triptych::deck {

/// The words of a paragraph; null for any other block.
const doc::Inlines* words_of_paragraph(const doc::Block& block);
bool holds_tasks(const doc::List& list);

/// A list with the lead-in right before it, and the sentence before that.
struct LedList {
    const doc::List* list = nullptr;
    doc::Inlines label;
    doc::Inlines before;
};

/// Whether the list only says what a thing is like: "Type: number", "Default: 3".
bool holds_attributes(const doc::List& list, const Lexicon* lexicon);

/// Whether a list of links or attributes alone is one.
enum class LinkLists : std::uint8_t { left_out, taken };
std::vector<LedList> lists_in(const std::vector<const doc::Block*>& blocks, const Lexicon* lexicon,
                              LinkLists links);

/// Leaves six points, or more of short ones; counts the rest.
void limit(PointColumn& column);
/// Counts the points that have no words, such as tabs without a title whose text is long.
void drop_empty(PointColumn& column);
/// Whether the head says the same, and enough, without what is said of it.
bool may_lose_tail(const Point& point, const Lexicon* lexicon);
/// Leaves what is said of the head to the notes.
void drop_tail(Point& point);
/// Where only some of the heads have something behind them, none has.
void even_out(std::vector<Point>& points, const Lexicon* lexicon);
/// The same of the author's own headings, each of which stands alone, unless it is used again: then
/// with what it says, or in the notes.
void even_out_titles(PointColumn& column, const Lexicon* lexicon);
/// Leaves out, and counts, headings that say nothing without what is under them.
void drop_empty_labels(PointColumn& column, const Lexicon* lexicon);
PointColumn points_of(const doc::List& list, const Lexicon* lexicon);
/// The lists' lead-ins as heads, their items in a row behind them.
std::vector<Point> rows_of(const std::vector<LedList>& lists);
/// Leaves out, and counts, lead-ins that say nothing without their items.
void drop_leads(PointColumn& column, const Lexicon* lexicon);

std::size_t count_words(const Point& point);

}  // namespace triptych::deck
