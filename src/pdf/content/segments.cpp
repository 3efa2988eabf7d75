#include "pdf/content/segments.hpp"

#include <algorithm>
#include <array>
#include <optional>

#include "base/match.hpp"
#include "pdf/object/format.hpp"

namespace triptych::pdf {

namespace {

using pages::Segment;

/// The corners of a path that moves, draws three lines and closes (a fourth line may lead back to
/// the start); nothing for other paths.
std::optional<std::array<Point, 4>> corners(const std::vector<Segment>& segments) {
    const std::size_t count = segments.size();
    if ((count != 5 && count != 6) || !std::holds_alternative<pages::MoveTo>(segments[0]) ||
        !std::holds_alternative<pages::ClosePath>(segments[count - 1]))
        return std::nullopt;
    std::array<Point, 4> out{std::get<pages::MoveTo>(segments[0]).to};
    for (std::size_t i = 1; i + 1 < count; ++i) {
        const auto* line = std::get_if<pages::LineTo>(&segments[i]);
        if (line == nullptr) return std::nullopt;
        if (i < 4)
            out[i] = line->to;
        else if (line->to != out[0])
            return std::nullopt;
    }
    return out;
}

bool is_upright(const std::array<Point, 4>& c) {
    const bool across_first =
        c[0].y == c[1].y && c[1].x == c[2].x && c[2].y == c[3].y && c[3].x == c[0].x;
    const bool down_first =
        c[0].x == c[1].x && c[1].y == c[2].y && c[2].x == c[3].x && c[3].y == c[0].y;
    return across_first || down_first;
}

Rect around(Point a, Point b) {
    const Point least{std::min(a.x, b.x), std::min(a.y, b.y)};
    return {least, {std::max(a.x, b.x) - least.x, std::max(a.y, b.y) - least.y}};
}

}  // namespace

void draw_segments(ContentStream& out, const pages::Page& page, Point at,
                   const std::vector<Segment>& segments) {
    if (const auto c = corners(segments); c && is_upright(*c))
        return out.rectangle(box_on_page(page, around(at + (*c)[0], at + (*c)[2])));
    const auto point = [&](Point p) -> ContentStream& {
        p = at + p;
        return out.number(object::hundredths(p.x)).number(y_on_page(page, p.y));
    };
    if (!std::holds_alternative<pages::MoveTo>(segments.front())) point({}).op("m");
    for (const Segment& segment : segments)
        std::visit(Match{[&](const pages::MoveTo& to) { point(to.to).op("m"); },
                         [&](const pages::LineTo& to) { point(to.to).op("l"); },
                         [&](const pages::CurveTo& to) {
                             point(to.control1);
                             point(to.control2);
                             point(to.to).op("c");
                         },
                         [&](const pages::ClosePath&) { out.op("h"); }},
                   segment);
}

}  // namespace triptych::pdf
