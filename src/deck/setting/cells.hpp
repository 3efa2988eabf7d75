#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <vector>

#include "deck/deck.hpp"
#include "doc/model.hpp"
#include "style/sheet.hpp"

/// Bodies that are drawn in parts: each item, card or column in a place of its own on the grid.
namespace triptych::deck {

enum class CellKind : std::uint8_t {
    ruled,   ///< between thin rules
    card,    ///< on a ground with a rule above
    panel,   ///< the same, high, for one side of a comparison
    step,    ///< under a chevron that holds its head
    task,    ///< beside a box to tick
    column,  ///< under a rule
};

struct Cell {
    doc::Inlines head;  ///< stands out above the rest; may be empty
    doc::Blocks body;   ///< may be empty where there is a head
    Stance stance{};
    doc::TaskState task{};
    Span span;
};

struct Cells {
    CellKind kind{};
    bool is_list = true;  ///< they are items of a list; else columns
    std::vector<Cell> all;
    std::string language{};  ///< that their numbers are written in
};

/// How the slide's cells are drawn; nothing for slides without cells, as all are on a template.
std::optional<CellKind> cell_kind(const Slide& slide, const style::Slides& look);
/// Number of the first block of the body that is drawn as cells, if there is one.
std::optional<std::size_t> cell_block(const Slide& slide, const style::Slides& look);
/// The parts of that block; `slide` must have one.
Cells cells_of(const Slide& slide, const style::Slides& look);

/// Whether the heads of steps are short enough to stand in their chevrons.
bool has_heads_in_chevrons(const Cells& cells);
/// What is written into the chevron of step `number` (from 0): its number, and its head.
doc::Inlines step_words(const Cells& cells, std::size_t number);
/// Cell `number` as blocks: its head in bold above the rest, unless a chevron holds it.
doc::Blocks blocks_of(const Cells& cells, std::size_t number);

/// Whether a sign stands before its head, and the room for that.
bool has_sign(const Cell& cell);
Length sign_width(const style::Slides& look);

/// The look of what stands in a cell.
style::Medium medium_of_cell(const Cell& cell, CellKind kind, Length body_size,
                             const style::Slides& look);
/// Style of the words in a chevron.
style::TextStyle step_style(const style::Slides& look);

}  // namespace triptych::deck
