#include "booklet/sheet.hpp"

#include <algorithm>
#include <array>

namespace triptych::booklet {
namespace {

using namespace literals;

constexpr Length mark_length = 5_mm;
/// A sheet may be so much smaller than the spread: rounded page sizes.
constexpr Length tolerance = 1_pt;

/// ISO 216, lying.
constexpr std::array<Size, 6> formats = {{{148_mm, 105_mm},
                                          {210_mm, 148_mm},
                                          {297_mm, 210_mm},
                                          {420_mm, 297_mm},
                                          {594_mm, 420_mm},
                                          {841_mm, 594_mm}}};

/// The least A format that holds the spread; the spread itself if none does.
Size paper_for(Size spread) {
    for (const Size& format : formats) {
        if (spread.width <= format.width + tolerance && spread.height <= format.height + tolerance)
            return format;
    }
    return spread;
}

pages::Item line(Point from, Point by) {
    pages::Path path;
    path.segments = {pages::MoveTo{}, pages::LineTo{by}};
    path.stroke = Colour{};
    path.line_width = Length::points(0.25);
    return {from, pages::ElementId::layout_artifact, std::move(path)};
}

}  // namespace

Sheet sheet_for(Size page, bool marks) {
    const Size spread{page.width * 2, page.height};
    if (marks) {
        const Length around = usual_bleed + usual_slug;
        return {{spread.width + around * 2, spread.height + around * 2},
                page,
                {around, around},
                {usual_bleed, usual_bleed},
                usual_bleed,
                usual_slug};
    }
    const Size paper = paper_for(spread);
    const Point left_over{(paper.width - spread.width) / 2, (paper.height - spread.height) / 2};
    const Point reach{std::clamp(left_over.x, {}, usual_bleed),
                      std::clamp(left_over.y, {}, usual_bleed)};
    return {paper, page, left_over, reach, {}, {}};
}

void add_crop_marks(const Rect& trimmed, std::vector<pages::Item>& items) {
    const Length left = trimmed.at.x, right = left + trimmed.size.width;
    const Length top = trimmed.at.y, bottom = top + trimmed.size.height;
    const Length out = usual_bleed + mark_length;
    for (const Length x : {left, right}) {
        items.push_back(line({x, top - out}, {{}, mark_length}));
        items.push_back(line({x, bottom + usual_bleed}, {{}, mark_length}));
    }
    for (const Length y : {top, bottom}) {
        items.push_back(line({left - out, y}, {mark_length, {}}));
        items.push_back(line({right + usual_bleed, y}, {mark_length, {}}));
    }
}

void add_marks(const Sheet& sheet, std::vector<pages::Item>& items) {
    const Rect spread{sheet.spread, {sheet.page.width * 2, sheet.page.height}};
    add_crop_marks(spread, items);
    const Length fold = sheet.spread.x + sheet.page.width;
    items.push_back(line({fold, sheet.spread.y - sheet.bleed - mark_length}, {{}, mark_length}));
    items.push_back(
        line({fold, sheet.spread.y + sheet.page.height + sheet.bleed}, {{}, mark_length}));
}

}  // namespace triptych::booklet
