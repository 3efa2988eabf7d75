#pragma once

#include <cstddef>
#include <vector>

#include "deck/deck.hpp"
#include "deck/language/lexicon.hpp"
#include "doc/model.hpp"

/// Tables and listings cut to what a slide holds. Each returns how much of it is in the notes
/// alone.
namespace triptych::deck {

/// Leaves the first sentence of long cells, with a sign that there is more, where they alone would
/// keep their columns from a slide. A sentence that the next takes back stays with it.
void shorten_cells(doc::Table& table, const Lexicon* lexicon, std::vector<Cut>& cuts);
/// Leaves the first column and those of short cells: five, or more of such as a slide is wide
/// enough for. A table of three has all.
std::size_t drop_columns(doc::Table& table);
/// Leaves seven rows, or fewer of many words.
std::size_t drop_rows(doc::Table& table);
/// Leaves as many lines as a slide holds, up to the end of a block of them where there is one.
std::size_t drop_lines(doc::CodeBlock& code);

}  // namespace triptych::deck
