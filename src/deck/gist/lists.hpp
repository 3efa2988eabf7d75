#pragma once

#include <cstddef>
#include <cstdint>
#include <functional>
#include <vector>

#include "deck/gist/gist.hpp"
#include "doc/model.hpp"

/// The author's lists as points.
namespace triptych::deck {

/// The words of a paragraph; null for any other block.
const doc::Inlines* words_of_paragraph(const doc::Block& block);
/// Leaves six points, or more of short ones; counts the rest.
void limit(PointColumn& column);
/// Counts the points that have no words, such as tabs without a title whose text is long.
void drop_empty(PointColumn& column);
/// Whether the head says the same, and enough, without what is said of it.
bool may_lose_tail(const Point& point, const Lexicon* lexicon);
/// Leaves what is said of the head to the notes.
void drop_tail(Point& point);
/// Says what `fuller` says of the points whose heads would stand alone, where it does so of all of
/// them, and a slide has room for it.
void fill_untold(std::vector<Point>& points, const std::function<Point(std::size_t)>& fuller);
/// How many heads stand alone beside others that have theirs said.
std::size_t count_untold(const std::vector<Point>& points);
/// Where only some of the heads have something behind them, none has.
void even_out(std::vector<Point>& points, const Lexicon* lexicon);
/// The same of the author's own headings, each of which stands alone, unless it is used again: then
/// with what it says, or in the notes.
void even_out_titles(PointColumn& column, const Lexicon* lexicon);
/// Leaves out, and counts, headings that say nothing without what is under them.
void drop_empty_labels(PointColumn& column, const Lexicon* lexicon);
/// `forbidden`: what leads to the list says that its items are not to be done.
PointColumn points_of(const doc::List& list, const Lexicon* lexicon, bool forbidden = false);
/// Leaves out, and counts, points most of whose words are in `claim`.
void drop_repeated(PointColumn& column, const doc::Inlines& claim);

std::size_t count_words(const Point& point);

}  // namespace triptych::deck
