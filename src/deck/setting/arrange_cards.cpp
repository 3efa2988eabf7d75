#include "deck/setting/cell_plan.hpp"

/// Short sections as cards: two beside two, three in a row, or two rows of three.
namespace triptych::deck {
namespace {

using namespace literals;

constexpr Length card_edge = 3_pt;

std::size_t cards_across(std::size_t count) {
    if (count <= 2 || count == 4) return count == 1 ? 1 : 2;
    return 3;
}

}  // namespace

CellPlan plan_of_cards(std::size_t count, const style::Slides& look) {
    CellPlan plan;
    plan.across = cards_across(count);
    plan.column_gap = plan.row_gap = look.gutter;
    plan.above = 18_pt;
    plan.below = plan.side = 16_pt;
    plan.least_row = 150_pt;
    plan.most_air = 36_pt;
    return plan;
}

void draw_cards(const std::vector<CellBox>& boxes, std::vector<Ornament>& ornaments) {
    for (const CellBox& cell : boxes) {
        ornaments.push_back({Form::rectangle, Paint::tint, cell.box});
        ornaments.push_back(
            {Form::rectangle, Paint::accent, {cell.box.at, {cell.box.size.width, card_edge}}});
    }
}

}  // namespace triptych::deck
