#include "deck/setting/cell_plan.hpp"
#include "deck/setting/grid.hpp"

/// Steps as chevrons in a row, each with its text beneath.
namespace triptych::deck {
namespace {

using namespace literals;

constexpr Length chevron_height = 64_pt, between = 3_pt;

/// Dark toward the end, as the work goes on.
Paint paint_of(std::size_t step, std::size_t count) {
    if (step * 3 < count) return Paint::step_light;
    return step * 3 < count * 2 ? Paint::step_middle : Paint::step_dark;
}

}  // namespace

CellPlan plan_of_steps(std::size_t count, const style::Slides& look) {
    CellPlan plan;
    plan.across = count;
    plan.column_gap = look.gutter;
    plan.above = 14_pt;
    plan.head = chevron_height;
    return plan;
}

void draw_steps(std::vector<CellBox>& boxes, std::vector<Ornament>& ornaments) {
    for (std::size_t i = 0; i < boxes.size(); ++i) {
        CellBox& cell = boxes[i];
        const bool last = i + 1 == boxes.size();
        // Chevrons interlock: the tip of one stands in the notch of the next.
        const Length reach = last ? Length{} : boxes[i + 1].box.at.x - right(cell.box) - between;
        const Length notch = notch_of({{}, chevron_height});
        Rect chevron = {cell.box.at,
                        {cell.box.size.width + reach + (last ? Length{} : notch), chevron_height}};
        cell.ground = paint_of(i, boxes.size());
        ornaments.push_back({i == 0 ? Form::arrow : Form::chevron, cell.ground, chevron});
        const Length left = i == 0 ? 12_pt : notch + 10_pt;
        cell.head = {{chevron.at.x + left, chevron.at.y},
                     {chevron.size.width - left - notch - 2_pt, chevron_height}};
    }
}

}  // namespace triptych::deck
