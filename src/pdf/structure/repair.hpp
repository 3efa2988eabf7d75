#pragma once

#include <cstdint>
#include <map>
#include <vector>

#include <triptych/pdf_standard.hpp>

#include "pages/pages.hpp"

namespace triptych::pdf {

/// What becomes of the elements of `Pages`, so that the tree keeps the rules of ISO 14289-1
/// whatever it was given. Vectors are by element.
struct Repaired {
    std::vector<std::uint32_t> first_child, next_sibling;  ///< `no_element` ends a list
    std::vector<std::uint8_t> kept;                        ///< elements with nothing in them go
    std::vector<pages::Tag> tags;
    std::vector<std::uint16_t> column_spans, row_spans;
    std::vector<std::uint16_t> missing_cells;  ///< empty cells to add to a table row
    /// Header cells of each data cell, in tables where `Scope` alone leaves readers to guess.
    std::map<std::uint32_t, std::vector<std::uint32_t>> headers;
};

inline constexpr std::uint32_t no_element = 0xFFFFFFFF;

/// What is on the pages for each element.
struct Presence {
    std::vector<std::uint8_t> drawn;   ///< something is marked with it
    std::vector<std::uint8_t> linked;  ///< an annotation belongs to it
};

Repaired repair(const std::vector<pages::Element>& elements, const Presence& presence,
                PdfStandard standard);

/// §7.2: lists, tables and contents hold only what belongs to them; what does not fit makes the
/// container a plain division.
void repair_containers(const std::vector<pages::Element>& elements, Repaired& tree);
/// §7.4.2: headings start at level 1 and never skip a level downwards.
void repair_headings(Repaired& tree);
/// §7.2: all rows of a table have as many columns, and no cells overlap.
void repair_tables(const std::vector<pages::Element>& elements, Repaired& tree);

/// The cell in each place of a table by row; `no_element` where there is none.
using TableCells = std::vector<std::vector<std::uint32_t>>;
/// §7.5: says which cells head each data cell of a table with heads of rows and of columns.
void note_headers(const std::vector<pages::Element>& elements, const TableCells& cells,
                  Repaired& tree);

/// Calls `take(child)` for the kept children of an element.
template <typename Take>
void for_each_kept_child(const Repaired& tree, std::uint32_t element, Take take) {
    for (std::uint32_t child = tree.first_child[element]; child != no_element;
         child = tree.next_sibling[child])
        if (tree.kept[child] != 0) take(child);
}

}  // namespace triptych::pdf
