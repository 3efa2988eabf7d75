#include "booklet/sheet.hpp"

#include <algorithm>
#include <array>

namespace triptych::booklet {
namespace {

using namespace literals;

constexpr Length bleed = 3_mm, slug = 7_mm, mark_length = 5_mm;
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
        const Length around = bleed + slug;
        return {{spread.width + around * 2, spread.height + around * 2},
                page,
                {around, around},
                {bleed, bleed},
                bleed,
                slug};
    }
    const Size paper = paper_for(spread);
    const Point left_over{(paper.width - spread.width) / 2, (paper.height - spread.height) / 2};
    const Point reach{std::clamp(left_over.x, {}, bleed), std::clamp(left_over.y, {}, bleed)};
    return {paper, page, left_over, reach, {}, {}};
}

void add_marks(const Sheet& sheet, std::vector<pages::Item>& items) {
    const Length left = sheet.spread.x, top = sheet.spread.y;
    const Length right = left + sheet.page.width * 2, bottom = top + sheet.page.height;
    const Length out = sheet.bleed + mark_length;
    for (const Length x : {left, left + sheet.page.width, right}) {
        items.push_back(line({x, top - out}, {{}, mark_length}));
        items.push_back(line({x, bottom + sheet.bleed}, {{}, mark_length}));
    }
    for (const Length y : {top, bottom}) {
        items.push_back(line({left - out, y}, {mark_length, {}}));
        items.push_back(line({right + sheet.bleed, y}, {mark_length, {}}));
    }
}

}  // namespace triptych::booklet
