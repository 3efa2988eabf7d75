#include "pdf/structure/item_boxes.hpp"

#include <algorithm>

#include "base/match.hpp"

namespace triptych::pdf {

namespace {

Size size_of(const pages::GlyphRun& run) {
    Length width;
    for (const pages::Glyph& glyph : run.glyphs) width += Length{glyph.advance};
    return {width, run.size};
}

Rect path_box(Point at, const pages::Path& path) {
    Point least = at, most = at;
    const auto take = [&](Point p) {
        p = at + p;
        least = {std::min(least.x, p.x), std::min(least.y, p.y)};
        most = {std::max(most.x, p.x), std::max(most.y, p.y)};
    };
    for (const pages::Segment& segment : path.segments)
        std::visit(Match{[&](const pages::MoveTo& to) { take(to.to); },
                         [&](const pages::LineTo& to) { take(to.to); },
                         [&](const pages::CurveTo& to) {
                             for (const Point point : {to.control1, to.control2, to.to})
                                 take(point);
                         },
                         [](const pages::ClosePath&) {}},
                   segment);
    return {least, {most.x - least.x, most.y - least.y}};
}

/// The box around an item; of text, from its base line up.
Rect item_box(const pages::Item& item) {
    return std::visit(Match{[&](const pages::GlyphRun& run) {
                                return Rect{{item.at.x, item.at.y - run.size}, size_of(run)};
                            },
                            [&](const pages::Picture& picture) {
                                return Rect{item.at, picture.size};
                            },
                            [&](const pages::Path& path) { return path_box(item.at, path); },
                            [&](const pages::LinkArea& area) {
                                return Rect{item.at, area.size};
                            }},
                      item.content);
}

}  // namespace

Rect drawn_box(const pages::Item& item) { return pages::box_as_drawn(item, item_box(item)); }

}  // namespace triptych::pdf
