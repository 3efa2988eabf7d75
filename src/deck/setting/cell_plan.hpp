#pragma once

#include <cstddef>
#include <vector>

#include "deck/setting/cells.hpp"
#include "deck/setting/ornaments.hpp"

/// Where cells stand: a file for each way they are drawn, `arrange_cells.cpp` for what they share.
namespace triptych::deck {

enum class Order : std::uint8_t { across, down };

/// How the cells of a slide are put into rows and columns.
struct CellPlan {
    std::size_t across = 1;
    Order order{};
    Length column_gap, row_gap;
    Length above, below, side;  ///< around the text
    Length indent;              ///< of the text behind a box to tick
    Length head;                ///< height of the chevron above the text
    Length least_row;           ///< no row is lower where there is room
    Length most_air;            ///< a row may be so much higher than it must
};

CellPlan plan_of_ruled(const Slide& slide, std::size_t count, const style::Slides& look);
CellPlan plan_of_cards(std::size_t count, const style::Slides& look);
CellPlan plan_of_panels(const std::vector<Cell>& cells, const style::Slides& look);
CellPlan plan_of_columns(std::size_t count, const style::Slides& look);
CellPlan plan_of_steps(std::size_t count, const style::Slides& look);
CellPlan plan_of_tasks(std::size_t count, const style::Slides& look);

/// Where one cell stands.
struct CellBox {
    Rect box;        ///< all of it
    Rect text;       ///< its words; of a step, those beneath the chevron
    Rect head;       ///< the words in the chevron; as wide as nothing elsewhere
    Rect tick;       ///< the box to tick; the same
    Paint ground{};  ///< what its head stands on
    /// How far down its words may go where a face is wider than measured; above the box's end where
    /// something stands below it.
    Length reach{};
};

void draw_ruled(const std::vector<CellBox>& boxes, const CellPlan& plan,
                std::vector<Ornament>& ornaments);
void draw_cards(const std::vector<CellBox>& boxes, std::vector<Ornament>& ornaments);
void draw_panels(const std::vector<Cell>& cells, const std::vector<CellBox>& boxes,
                 const style::Slides& look, std::vector<Ornament>& ornaments);
void draw_columns(const std::vector<CellBox>& boxes, std::vector<Ornament>& ornaments);
void draw_steps(std::vector<CellBox>& boxes, std::vector<Ornament>& ornaments);

/// Cells as they are drawn.
struct ArrangedCells {
    std::vector<CellBox> boxes;
    std::vector<Ornament> ornaments;
};
/// Height of the text of each cell, as measured.
using CellHeights = std::vector<Length>;

/// Width in which the text of each cell is set, where `width` holds them all.
Length cell_measure(const Slide& slide, const Cells& cells, Length width,
                    const style::Slides& look);
/// Height that the cells must have.
Length cells_height(const Slide& slide, const Cells& cells, const CellHeights& heights,
                    const style::Slides& look);
/// The cells in `room`, spread over it as far as that looks well.
ArrangedCells arrange_cells(const Slide& slide, const Cells& cells, const CellHeights& heights,
                            const Rect& room, const style::Slides& look);

}  // namespace triptych::deck
