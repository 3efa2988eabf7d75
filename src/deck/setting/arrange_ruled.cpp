#include "deck/setting/cell_plan.hpp"
#include "deck/setting/grid.hpp"

/// Items between thin rules: the points of a pillar, the sections of a chapter, terms.
namespace triptych::deck {
namespace {

using namespace literals;

constexpr Length hairline = Length::points(0.75);
constexpr std::size_t most_in_a_column = 8;  // sections of a chapter

}  // namespace

CellPlan plan_of_ruled(const Slide& slide, std::size_t count, const style::Slides& look) {
    CellPlan plan;
    const bool terms = slide.archetype == Archetype::terms;
    plan.across = (terms && count > 3) || count > most_in_a_column ? 2 : 1;
    plan.order = Order::down;
    plan.column_gap = look.gutter * (terms ? 2 : 1);
    plan.above = plan.below = terms ? 7_pt : 6_pt;
    plan.most_air = 28_pt;
    return plan;
}

void draw_ruled(const std::vector<CellBox>& boxes, const CellPlan& plan,
                std::vector<Ornament>& ornaments) {
    const auto rule = [&](const Rect& box, Length y) {
        ornaments.push_back(
            {Form::rectangle, Paint::rule, {{box.at.x, y}, {box.size.width, hairline}}});
    };
    for (std::size_t i = 0; i < boxes.size(); ++i) {
        rule(boxes[i].box, boxes[i].box.at.y);
        const bool ends_column =
            i + 1 == boxes.size() || boxes[i + 1].box.at.x != boxes[i].box.at.x;
        if (ends_column && plan.across == 1) rule(boxes[i].box, bottom(boxes[i].box));
    }
}

}  // namespace triptych::deck
