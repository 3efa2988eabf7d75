#include <algorithm>

#include "deck/setting/cell_plan.hpp"
#include "deck/setting/scale.hpp"

/// Two things side by side: compared on panels with a sign, or just under a rule.
namespace triptych::deck {
namespace {

using namespace literals;

constexpr Length panel_edge = 3_pt, panel_hairline = Length::points(0.75);

/// What the two sides of a comparison look like.
struct SideLook {
    Paint rule{}, ground{};
};
SideLook look_of(Stance stance) {
    switch (stance) {
        case Stance::wrong:
            return {Paint::bad, Paint::bad_tint};
        case Stance::right:
            return {Paint::good, Paint::good_tint};
        case Stance::none:
        case Stance::before:
        case Stance::after:
            break;
    }
    return {Paint::accent, Paint::tint};
}

/// Beside the head, as high as its capitals.
Ornament sign_beside(const CellBox& cell, const SideLook& side, Form form,
                     const style::Slides& look) {
    const auto style = more_style(look);
    const Length size = sign_width(look).scaled(6, 10);
    return {form,
            side.rule,
            {{cell.text.at.x, cell.text.at.y + (style.leading - size) / 2}, {size, size}}};
}

bool holds_listing(const Cell& cell) {
    return std::any_of(cell.body.begin(), cell.body.end(), [](const doc::Block& block) {
        return std::holds_alternative<doc::CodeBlock>(block.node);
    });
}

}  // namespace

CellPlan plan_of_panels(const std::vector<Cell>& cells, const style::Slides& look) {
    CellPlan plan;
    plan.across = cells.size();
    plan.column_gap = look.gutter;
    plan.above = 18_pt;
    plan.below = plan.side = 18_pt;
    // Listings want a ground as high as the slide, a line or two would be lost on it.
    const bool lists = std::any_of(cells.begin(), cells.end(), holds_listing);
    plan.least_row = lists ? 200_pt : 150_pt;
    plan.most_air = lists ? 120_pt : 36_pt;
    return plan;
}

CellPlan plan_of_columns(std::size_t count, const style::Slides& look) {
    CellPlan plan;
    plan.across = count;
    plan.column_gap = look.gutter * 2;
    plan.above = 14_pt;
    return plan;
}

void draw_panels(const std::vector<Cell>& cells, const std::vector<CellBox>& boxes,
                 const style::Slides& look, std::vector<Ornament>& ornaments) {
    for (std::size_t i = 0; i < boxes.size(); ++i) {
        const Rect& box = boxes[i].box;
        const SideLook side = look_of(cells[i].stance);
        ornaments.push_back({Form::rectangle, side.ground, box});
        ornaments.push_back({Form::rectangle, side.rule, {box.at, {box.size.width, panel_edge}}});
        if (has_sign(cells[i]))
            ornaments.push_back(sign_beside(
                boxes[i], side, cells[i].stance == Stance::right ? Form::tick : Form::cross, look));
    }
}

void draw_columns(const std::vector<CellBox>& boxes, std::vector<Ornament>& ornaments) {
    for (const CellBox& cell : boxes)
        ornaments.push_back(
            {Form::rectangle, Paint::rule, {cell.box.at, {cell.box.size.width, panel_hairline}}});
}

}  // namespace triptych::deck
