#pragma once

#include <cstddef>

#include "doc/model.hpp"

/// Tables and listings cut to what a slide holds. Each returns how much of it is in the notes
/// alone.
namespace triptych::deck {

/// Leaves the first column and those of short cells, five at most.
std::size_t drop_columns(doc::Table& table);
/// Leaves seven rows, or fewer of many words.
std::size_t drop_rows(doc::Table& table);
/// Leaves as many lines as a slide holds, up to the end of a block of them where there is one.
std::size_t drop_lines(doc::CodeBlock& code);

}  // namespace triptych::deck
