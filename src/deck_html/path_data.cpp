#include "deck_html/path_data.hpp"

#include <initializer_list>
#include <variant>

#include "base/match.hpp"
#include "deck_html/look.hpp"

namespace triptych::deck_html {

std::string path_data(const std::vector<pages::Segment>& path) {
    std::string data;
    const auto add = [&](char command, std::initializer_list<Point> to) {
        data += command;
        for (const Point& point : to) data += points(point.x) + " " + points(point.y) + " ";
        if (to.size() > 0) data.pop_back();
    };
    for (const auto& segment : path)
        std::visit(Match{[&](const pages::MoveTo& step) { add('M', {step.to}); },
                         [&](const pages::LineTo& step) { add('L', {step.to}); },
                         [&](const pages::CurveTo& step) {
                             add('C', {step.control1, step.control2, step.to});
                         },
                         [&](const pages::ClosePath&) { add('Z', {}); }},
                   segment);
    return data;
}

}  // namespace triptych::deck_html
