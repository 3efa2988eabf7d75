#include "deck/setting/cell_plan.hpp"

/// Things to tick: boxes with their text, in two columns.
namespace triptych::deck {
namespace {

using namespace literals;

constexpr std::size_t most_tasks_in_one_column = 3;

}  // namespace

CellPlan plan_of_tasks(std::size_t count, const style::Slides& look) {
    CellPlan plan;
    plan.across = count > most_tasks_in_one_column ? 2 : 1;
    plan.order = Order::down;
    plan.column_gap = look.gutter * 2;
    plan.above = plan.below = 7_pt;
    plan.indent = 34_pt;
    plan.most_air = plan.across > 1 ? 14_pt : 28_pt;
    return plan;
}

}  // namespace triptych::deck
