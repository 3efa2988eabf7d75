#include "deck/setting/ornaments.hpp"

#include <initializer_list>

#include "deck/setting/scale.hpp"
#include "style/contrast.hpp"

namespace triptych::deck {
namespace {

using namespace literals;

constexpr int lighter = 8, light_step = 14;  // per cent
/// Of a shape that says something on its ground (WCAG 2.2, 1.4.11).
constexpr double least_shape_contrast = 3;

/// A point as shares of a box, in thousandths.
struct At {
    std::int64_t x, y;
};
void add_line(std::vector<pages::Segment>& path, std::initializer_list<At> points, Size size) {
    bool is_first = true;
    for (const At& at : points) {
        const Point to = {size.width.scaled(at.x, 1000), size.height.scaled(at.y, 1000)};
        path.emplace_back(is_first ? pages::Segment{pages::MoveTo{to}}
                                   : pages::Segment{pages::LineTo{to}});
        is_first = false;
    }
}

std::vector<pages::Segment> closed(std::initializer_list<Point> points) {
    std::vector<pages::Segment> path;
    for (const Point& point : points)
        path.emplace_back(path.empty() ? pages::Segment{pages::MoveTo{point}}
                                       : pages::Segment{pages::LineTo{point}});
    path.emplace_back(pages::ClosePath{});
    return path;
}

std::vector<pages::Segment> rectangle(Size size) {
    return closed({{}, {size.width, {}}, {size.width, size.height}, {{}, size.height}});
}

/// Notched at the left by `notch`, zero for the first of a row.
std::vector<pages::Segment> chevron(Size size, Length notch) {
    const Length tip = notch_of(size), middle = size.height / 2;
    return closed({{},
                   {size.width - tip, {}},
                   {size.width, middle},
                   {size.width - tip, size.height},
                   {{}, size.height},
                   {notch, middle}});
}

}  // namespace

Colour colour_of(Paint paint, const style::Slides& look) {
    const auto& callouts = look.medium.callouts;
    switch (paint) {
        case Paint::rule:
            return look.medium.rule;
        case Paint::accent:
            return look.accent;
        case Paint::tint:
            return look.medium[style::Role::card_title].box.ground.value_or(callouts[0].ground);
        case Paint::bad:
            return callouts[3].rule;
        case Paint::bad_tint:
            return callouts[3].ground;
        case Paint::good:
            return callouts[1].rule;
        case Paint::good_tint:
            return callouts[1].ground;
        case Paint::step_light:
            return style::mixed(look.ground, look.accent, light_step);
        case Paint::step_middle:
            return look.accent;
        case Paint::step_dark:
            // The cover may be as light as the slides are.
            return style::readable(look.title_ground, look.ground, least_shape_contrast);
        case Paint::progress:
        case Paint::title_rule:
            return look.title_accent;
        case Paint::part_panel:
            break;
    }
    return style::mixed(look.title_ground, look.title_ink, lighter);
}

Colour ink_on(Paint paint, const style::Slides& look) {
    const Colour ground = colour_of(paint, look);
    const Colour dark = look.ink, light = look.ground;
    const bool prefers_dark = style::contrast(dark, ground) >= style::contrast(light, ground);
    return style::readable(prefers_dark ? dark : light, ground, least_contrast);
}

Length notch_of(Size chevron) { return chevron.height.scaled(22, 100); }

Length pen_of(Form form) {
    switch (form) {
        case Form::tick:
        case Form::cross:
            return Length::points(2.5);
        case Form::box:
        case Form::ticked_box:
            return Length::points(1.5);
        case Form::frame:
            return Length::points(0.75);
        case Form::rectangle:
        case Form::chevron:
        case Form::arrow:
            break;
    }
    return {};
}

std::vector<pages::Segment> outline(Form form, Size size) {
    std::vector<pages::Segment> path;
    switch (form) {
        case Form::rectangle:
        case Form::frame:
        case Form::box:
            return rectangle(size);
        case Form::chevron:
            return chevron(size, notch_of(size));
        case Form::arrow:
            return chevron(size, {});
        case Form::tick:
            add_line(path, {{120, 560}, {390, 840}, {880, 180}}, size);
            return path;
        case Form::cross:
            add_line(path, {{170, 170}, {830, 830}}, size);
            add_line(path, {{830, 170}, {170, 830}}, size);
            return path;
        case Form::ticked_box:
            break;
    }
    path = rectangle(size);
    add_line(path, {{220, 520}, {430, 740}, {800, 270}}, size);
    return path;
}

pages::Path path_of(const Ornament& ornament, const style::Slides& look) {
    pages::Path path;
    path.segments = outline(ornament.form, ornament.box.size);
    path.line_width = pen_of(ornament.form);
    const Colour colour = colour_of(ornament.paint, look);
    if (path.line_width.units > 0)
        path.stroke = colour;
    else
        path.fill = colour;
    return path;
}

}  // namespace triptych::deck
