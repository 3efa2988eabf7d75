#include <algorithm>

#include "deck/setting/cell_plan.hpp"
#include "deck/setting/grid.hpp"
#include "deck/setting/scale.hpp"
#include "deck/setting/zones.hpp"

/// What all cells share: rows as high as their highest cell, spread over the room there is.
namespace triptych::deck {
namespace {

using namespace literals;

constexpr Length tick_size = 20_pt;

CellPlan plan_of(const Slide& slide, const Cells& cells, const style::Slides& look) {
    const std::size_t count = cells.all.size();
    switch (cells.kind) {
        case CellKind::ruled:
            return plan_of_ruled(slide, count, look);
        case CellKind::card:
            return plan_of_cards(count, look);
        case CellKind::panel:
            return plan_of_panels(cells.all, look);
        case CellKind::step:
            return plan_of_steps(count, look);
        case CellKind::task:
            return plan_of_tasks(count, look);
        case CellKind::column:
            break;
    }
    return plan_of_columns(count, look);
}

std::size_t rows_of(const CellPlan& plan, std::size_t count) {
    const std::size_t across = std::max<std::size_t>(1, plan.across);
    return (count + across - 1) / across;
}

struct Place {
    std::size_t column = 0, row = 0;
};
Place place_of(std::size_t cell, std::size_t rows, const CellPlan& plan) {
    if (plan.order == Order::down) return {cell / rows, cell % rows};
    return {cell % plan.across, cell / plan.across};
}

/// Heights that the rows must have, where none is lower than `least`.
std::vector<Length> row_heights(const CellPlan& plan, const CellHeights& texts, Length least) {
    const std::size_t rows = rows_of(plan, texts.size());
    std::vector<Length> heights(rows, least);
    for (std::size_t i = 0; i < texts.size(); ++i) {
        Length& row = heights[place_of(i, rows, plan).row];
        row = std::max(row, plan.head + plan.above + texts[i] + plan.below);
    }
    return heights;
}

Length sum(const std::vector<Length>& rows, Length gap) {
    Length all;
    for (const Length row : rows) all += row + gap;
    return rows.empty() ? all : all - gap;
}

/// Shares what is left of the room among the rows; cards of all rows become as high as each other
/// where there is room.
void spread(std::vector<Length>& rows, const CellPlan& plan, Length room) {
    if (rows.empty() || plan.most_air.units == 0) return;
    const auto count = static_cast<std::int64_t>(rows.size());
    const Length highest = *std::max_element(rows.begin(), rows.end());
    const Length even = (room - plan.row_gap * (count - 1)) / count;
    if (plan.least_row.units > 0 && highest <= even) {
        std::fill(rows.begin(), rows.end(), std::min(even, highest + plan.most_air));
        return;
    }
    const Length left = room - sum(rows, plan.row_gap);
    if (left.units <= 0) return;
    for (Length& row : rows) row += std::min(left / count, plan.most_air);
}

/// The parts of a cell in its box. Text between rules stands in the middle of its row, other text
/// at the top.
CellBox cell_in(const Rect& box, Length text, const CellPlan& plan, CellKind kind) {
    CellBox cell{box, inset(box, plan.side, {}), {}, {}, {}, {}};
    const bool centred = kind == CellKind::ruled || kind == CellKind::task;
    const Length air = box.size.height - plan.head - plan.above - text - plan.below;
    cell.text.at.x += plan.indent;
    cell.text.size.width -= plan.indent;
    cell.text.at.y += plan.head + plan.above + (centred ? air / 2 : Length{});
    cell.text.size.height = text;
    return cell;
}

void place_tick(CellBox& cell, const CellPlan& plan, Length leading) {
    cell.tick = {{cell.text.at.x - plan.indent, cell.text.at.y + (leading - tick_size) / 2},
                 {tick_size, tick_size}};
}

void draw(const Cells& cells, const CellPlan& plan, const style::Slides& look,
          ArrangedCells& arranged) {
    switch (cells.kind) {
        case CellKind::ruled:
            return draw_ruled(arranged.boxes, plan, arranged.ornaments);
        case CellKind::card:
            return draw_cards(arranged.boxes, arranged.ornaments);
        case CellKind::panel:
            return draw_panels(cells.all, arranged.boxes, look, arranged.ornaments);
        case CellKind::step:
            return draw_steps(arranged.boxes, arranged.ornaments);
        case CellKind::column:
            return draw_columns(arranged.boxes, arranged.ornaments);
        case CellKind::task:
            break;
    }
}

}  // namespace

Length cell_measure(const Slide& slide, const Cells& cells, Length width,
                    const style::Slides& look) {
    const CellPlan plan = plan_of(slide, cells, look);
    const auto boxes = side_by_side({{}, {width, {}}}, plan.across, plan.column_gap);
    return boxes.front().size.width - plan.side * 2 - plan.indent;
}

Length cells_height(const Slide& slide, const Cells& cells, const CellHeights& heights,
                    const style::Slides& look) {
    const CellPlan plan = plan_of(slide, cells, look);
    return sum(row_heights(plan, heights, {}), plan.row_gap);
}

ArrangedCells arrange_cells(const Slide& slide, const Cells& cells, const CellHeights& heights,
                            const Rect& room, const style::Slides& look) {
    const CellPlan plan = plan_of(slide, cells, look);
    auto rows = row_heights(plan, heights, plan.least_row);
    if (sum(rows, plan.row_gap) > room.size.height) rows = row_heights(plan, heights, {});
    spread(rows, plan, room.size.height);
    std::vector<Length> tops;
    Length y = room.at.y;
    for (const Length row : rows) {
        tops.push_back(y);
        y += row + plan.row_gap;
    }
    const auto columns = side_by_side(room, plan.across, plan.column_gap);
    const Length leading =
        resized(look.medium[style::Role::body].text, body_size_of(slide, look)).leading;
    ArrangedCells arranged;
    for (std::size_t i = 0; i < heights.size(); ++i) {
        const Place place = place_of(i, rows.size(), plan);
        const Rect box = {{columns[place.column].at.x, tops[place.row]},
                          {columns[place.column].size.width, rows[place.row]}};
        arranged.boxes.push_back(cell_in(box, heights[i], plan, cells.kind));
        if (cells.kind == CellKind::task) place_tick(arranged.boxes.back(), plan, leading);
    }
    draw(cells, plan, look, arranged);
    return arranged;
}

}  // namespace triptych::deck
