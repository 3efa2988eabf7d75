#include "booklet/note_lines.hpp"

#include <utility>

namespace triptych::booklet {
namespace {

using namespace literals;

constexpr Length from_text = 6_mm, from_edge = 9_mm, hairline = Length::points(0.4);

}  // namespace

void add_note_lines(const style::PageGeometry& page, Side side, Colour colour,
                    std::vector<pages::Item>& items) {
    const Length width = page.outer - from_text - from_edge;
    const Length step = page.baseline * 2;
    if (width.units <= 0 || step.units <= 0) return;
    pages::Path lines;
    lines.stroke = colour;
    lines.line_width = hairline;
    for (Length y = step; y <= page.text_height(); y += step) {
        lines.segments.emplace_back(pages::MoveTo{{{}, y}});
        lines.segments.emplace_back(pages::LineTo{{width, y}});
    }
    const Length left = side == Side::recto ? page.inner + page.measure() + from_text : from_edge;
    items.push_back({{left, page.top}, pages::ElementId::layout_artifact, std::move(lines)});
}

}  // namespace triptych::booklet
