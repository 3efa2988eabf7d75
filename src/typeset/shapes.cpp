#include "typeset/shapes.hpp"

#include <utility>

namespace triptych::typeset {
namespace {

using pages::ClosePath;
using pages::CurveTo;
using pages::Item;
using pages::LineTo;
using pages::MoveTo;
using pages::Path;
using pages::Segment;

/// A point of a drawing on a grid of 100 × 100, y down from the lower left corner's 0 to −100.
struct Spot {
    int x, y;
};

Point scaled(Spot spot, Length size) {
    return {size.scaled(spot.x, 100), size.scaled(spot.y, 100)};
}

Item artifact(Point at, Path path) {
    return {at, pages::ElementId::layout_artifact, std::move(path)};
}

std::vector<Segment> polygon(const std::vector<Point>& points) {
    std::vector<Segment> segments = {MoveTo{points.front()}};
    for (std::size_t i = 1; i < points.size(); ++i) segments.push_back(LineTo{points[i]});
    segments.push_back(ClosePath{});
    return segments;
}

std::vector<Segment> polyline(const std::vector<Spot>& spots, Length size) {
    std::vector<Segment> segments = {MoveTo{scaled(spots.front(), size)}};
    for (std::size_t i = 1; i < spots.size(); ++i) {
        segments.push_back(LineTo{scaled(spots[i], size)});
    }
    return segments;
}

std::vector<Segment> closed(const std::vector<Spot>& spots, Length size) {
    std::vector<Segment> segments = polyline(spots, size);
    segments.push_back(ClosePath{});
    return segments;
}

/// A circle of four Bézier arcs; 55 % of the radius is the usual length of their handles.
std::vector<Segment> circle(Spot centre, int radius, Length size) {
    const int handle = radius * 55 / 100;
    const auto spot = [&](int x, int y) { return scaled({centre.x + x, centre.y + y}, size); };
    return {MoveTo{spot(radius, 0)},
            CurveTo{spot(radius, handle), spot(handle, radius), spot(0, radius)},
            CurveTo{spot(-handle, radius), spot(-radius, handle), spot(-radius, 0)},
            CurveTo{spot(-radius, -handle), spot(-handle, -radius), spot(0, -radius)},
            CurveTo{spot(handle, -radius), spot(radius, -handle), spot(radius, 0)},
            ClosePath{}};
}

Item filled(Point at, std::vector<Segment> segments, Colour colour) {
    return artifact(at, {std::move(segments), colour, std::nullopt, {}});
}

Item stroked(Point at, std::vector<Segment> segments, Colour colour, Length width) {
    return artifact(at, {std::move(segments), std::nullopt, colour, width});
}

std::vector<Segment> callout_outline(doc::CalloutKind kind, Length size) {
    switch (kind) {
        case doc::CalloutKind::warning:
            return closed({{50, -96}, {104, 0}, {-4, 0}}, size);
        case doc::CalloutKind::danger:
            return closed({{30, 0},
                           {0, -30},
                           {0, -70},
                           {30, -100},
                           {70, -100},
                           {100, -70},
                           {100, -30},
                           {70, 0}},
                          size);
        case doc::CalloutKind::info:
        case doc::CalloutKind::success:
            break;
    }
    return circle({50, -50}, 50, size);
}

constexpr Colour white{255, 255, 255};

/// What stands inside the outline, in white.
std::vector<Item> callout_symbol(doc::CalloutKind kind, Point at, Length size) {
    const Length line = size.scaled(13, 100);
    switch (kind) {
        case doc::CalloutKind::success:
            return {stroked(at, polyline({{26, -50}, {44, -31}, {75, -68}}, size), white, line)};
        case doc::CalloutKind::warning:
            return {stroked(at, polyline({{50, -64}, {50, -32}}, size), white, line),
                    filled(at, circle({50, -15}, 8, size), white)};
        case doc::CalloutKind::danger:
            return {stroked(at, polyline({{50, -80}, {50, -42}}, size), white, line),
                    filled(at, circle({50, -22}, 8, size), white)};
        case doc::CalloutKind::info:
            break;
    }
    return {filled(at, circle({50, -75}, 8, size), white),
            stroked(at, polyline({{50, -57}, {50, -20}}, size), white, line)};
}

}  // namespace

Item filled_box(Point at, Size size, Colour fill) {
    const std::vector<Point> corners = {
        {}, {size.width, {}}, {size.width, size.height}, {{}, size.height}};
    return filled(at, polygon(corners), fill);
}

Item outlined_box(Point at, Size size, Colour stroke, Length line_width) {
    const std::vector<Point> corners = {
        {}, {size.width, {}}, {size.width, size.height}, {{}, size.height}};
    return stroked(at, polygon(corners), stroke, line_width);
}

void draw_frame(const Frame& frame, Length top, Length bottom, Length left,
                std::vector<Item>& items) {
    const Point at{left + frame.left, top};
    const Size size{frame.right - frame.left, bottom - top};
    const style::BoxStyle& box = frame.style;
    if (box.ground) items.push_back(filled_box(at, size, *box.ground));
    if (box.border) items.push_back(outlined_box(at, size, *box.border, Length::points(0.5)));
    if (box.rule && box.rule_width.units > 0) {
        items.push_back(filled_box(at, {box.rule_width, size.height}, *box.rule));
    }
}

std::vector<Item> callout_sign(doc::CalloutKind kind, Point at, Length size, Colour colour) {
    std::vector<Item> items = {filled(at, callout_outline(kind, size), colour)};
    for (Item& item : callout_symbol(kind, at, size)) items.push_back(std::move(item));
    return items;
}

std::vector<Item> task_box(doc::TaskState state, Point at, Length size, Colour colour) {
    const Length line = size.scaled(9, 100);
    std::vector<Item> items = {
        stroked(at, closed({{5, -5}, {95, -5}, {95, -95}, {5, -95}}, size), colour, line)};
    if (state == doc::TaskState::done) {
        items.push_back(stroked(at, polyline({{22, -50}, {42, -27}, {80, -78}}, size), colour,
                                size.scaled(14, 100)));
    }
    return items;
}

std::vector<Item> ornament(Point centre, Length size, Colour colour) {
    std::vector<Item> items;
    for (const int step : {-1, 0, 1}) {
        const Point at{centre.x + size * (2 * step), centre.y};
        items.push_back(filled(at, closed({{0, -50}, {50, 0}, {0, 50}, {-50, 0}}, size), colour));
    }
    return items;
}

}  // namespace triptych::typeset
