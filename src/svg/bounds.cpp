#include "svg/bounds.hpp"

#include <algorithm>
#include <cmath>
#include <numbers>

#include "base/text.hpp"
#include "svg/faces.hpp"
#include "svg/labels.hpp"
#include "svg/values.hpp"

namespace triptych::svg {
namespace {

double radians(double degrees) { return degrees * std::numbers::pi / 180; }

Matrix one_of(std::string_view name, const std::vector<double>& n) {
    const auto at = [&](std::size_t i, double otherwise = 0) {
        return i < n.size() ? n[i] : otherwise;
    };
    if (name == "matrix") return {at(0, 1), at(1), at(2), at(3, 1), at(4), at(5)};
    if (name == "translate") return {1, 0, 0, 1, at(0), at(1)};
    if (name == "scale") return {at(0, 1), 0, 0, at(1, at(0, 1)), 0, 0};
    if (name == "skewX") return {1, 0, std::tan(radians(at(0))), 1, 0, 0};
    if (name == "skewY") return {1, std::tan(radians(at(0))), 0, 1, 0, 0};
    const double turn = radians(at(0)), x = at(1), y = at(2);
    const Matrix rotation{std::cos(turn), std::sin(turn), -std::sin(turn), std::cos(turn), 0, 0};
    return product(product({1, 0, 0, 1, x, y}, rotation), {1, 0, 0, 1, -x, -y});
}

double value(pugi::xml_node node, const char* name) {
    const std::string_view written = node.attribute(name).value();
    return written.ends_with('%') ? 0 : length(written, {}).value_or(0);
}

/// Follows a path and adds up.
class Follower {
public:
    void follow(std::string_view data) {
        for (std::size_t at = 0; at < data.size();) {
            const char command = data[at];
            const auto end =
                std::min(data.find_first_of("MmZzLlHhVvCcSsQqTtAa", at + 1), data.size());
            steps(command, numbers(data.substr(at, end - at)));
            at = end;
        }
    }

    PathShape shape;
    std::size_t points = 0;

private:
    void steps(char command, const std::vector<double>& n) {
        const bool relative = command >= 'a';
        switch (command & ~0x20) {
            case 'H':
                for (const double x : n) go(relative ? x_ + x : x, y_);
                return;
            case 'V':
                for (const double y : n) go(x_, relative ? y_ + y : y);
                return;
            case 'Z':
                return go(start_x_, start_y_);
            case 'A':
                return arcs(n, relative);
            default:
                return curves(command, n, relative);
        }
    }
    /// Lines and curves: pairs of coordinates, so many for each step.
    void curves(char command, const std::vector<double>& n, bool relative) {
        const int kind = command & ~0x20;
        const std::size_t pairs = kind == 'C' ? 3 : kind == 'S' || kind == 'Q' ? 2 : 1;
        for (std::size_t i = 0; i + 2 * pairs <= n.size(); i += 2 * pairs) {
            const double x = relative ? x_ : 0, y = relative ? y_ : 0;
            for (std::size_t k = 0; k < pairs; ++k)
                go(x + n[i + 2 * k], y + n[i + 2 * k + 1], kind == 'M' && i == 0);
        }
    }
    /// The flags of an arc may stand without spaces, so what follows them is only guessed at.
    void arcs(const std::vector<double>& n, bool relative) {
        for (std::size_t i = 0; i + 7 <= n.size(); i += 7) {
            const double x = relative ? x_ + n[i + 5] : n[i + 5];
            const double y = relative ? y_ + n[i + 6] : n[i + 6];
            const double radius = std::min(std::max(std::abs(n[i]), std::abs(n[i + 1])),
                                           std::hypot(x - x_, y - y_) * 8 + std::abs(n[i]));
            const double from_x = x_, from_y = y_;
            go(from_x + radius, from_y + radius);
            go(from_x - radius, from_y - radius);
            go(x, y);
        }
    }
    void go(double x, double y, bool moves = false) {
        if (points++ == 0) shape.box = {x, y, 0, 0};
        if (moves) {
            start_x_ = x;
            start_y_ = y;
        } else {
            ++shape.lines;
            shape.across += std::abs(x - x_);
            shape.down += std::abs(y - y_);
        }
        shape.box = *joined(shape.box, Box{x, y, 0, 0});
        x_ = x;
        y_ = y;
    }

    double x_ = 0, y_ = 0, start_x_ = 0, start_y_ = 0;
};

std::size_t count_of_text(pugi::xml_node node) {
    std::size_t count = std::string_view(node.value()).size();
    for (const auto child : node.children()) count += count_of_text(child);
    return count;
}

Box box_of_text(pugi::xml_node node) {
    auto at = node;
    if (!at.attribute("x") && at.child("tspan").attribute("x")) at = at.child("tspan");
    const double size = size_of(inherited(node, "font-size"), 16);
    const double width = static_cast<double>(count_of_text(node)) * size * 0.6;
    return {value(at, "x") - width, value(at, "y") - 2 * size, 2 * width, 4 * size};
}

}  // namespace

Matrix product(const Matrix& m, const Matrix& n) {
    return {m.a * n.a + m.c * n.b, m.b * n.a + m.d * n.b,       m.a * n.c + m.c * n.d,
            m.b * n.c + m.d * n.d, m.a * n.e + m.c * n.f + m.e, m.b * n.e + m.d * n.f + m.f};
}

Matrix matrix_of(std::string_view transform) {
    Matrix out;
    while (!transform.empty()) {
        const auto open = transform.find('('), close = transform.find(')');
        if (open == std::string_view::npos || close == std::string_view::npos) break;
        const auto name = transform.substr(0, open);
        const auto begin = std::min(name.find_first_not_of(" ,\t\r\n"), name.size());
        out = product(out, one_of(text::trim(name.substr(begin)),
                                  numbers(transform.substr(open, close - open))));
        transform.remove_prefix(close + 1);
    }
    return out;
}

double growth(const Matrix& m) { return std::abs(m.a * m.d - m.b * m.c); }

Box moved(const Box& box, const Matrix& m) {
    const double x0 = m.a * box.x + m.c * box.y + m.e, y0 = m.b * box.x + m.d * box.y + m.f;
    const double dx1 = m.a * box.width, dx2 = m.c * box.height;
    const double dy1 = m.b * box.width, dy2 = m.d * box.height;
    return {x0 + std::min(dx1, 0.0) + std::min(dx2, 0.0),
            y0 + std::min(dy1, 0.0) + std::min(dy2, 0.0), std::abs(dx1) + std::abs(dx2),
            std::abs(dy1) + std::abs(dy2)};
}

std::optional<Box> joined(const std::optional<Box>& a, const std::optional<Box>& b) {
    if (!a || !b) return a ? a : b;
    const double x = std::min(a->x, b->x), y = std::min(a->y, b->y);
    return Box{x, y, std::max(a->x + a->width, b->x + b->width) - x,
               std::max(a->y + a->height, b->y + b->height) - y};
}

PathShape shape_of_path(std::string_view data) {
    Follower follower;
    follower.follow(data);
    return follower.shape;
}

std::optional<Box> box_of_shape(pugi::xml_node node) {
    const std::string_view name = node.name();
    if (name == "rect" || name == "image")
        return Box{value(node, "x"), value(node, "y"), value(node, "width"), value(node, "height")};
    if (name == "circle" || name == "ellipse") {
        const bool round = name == "circle";
        const double rx = value(node, round ? "r" : "rx"), ry = value(node, round ? "r" : "ry");
        return Box{value(node, "cx") - rx, value(node, "cy") - ry, 2 * rx, 2 * ry};
    }
    if (name == "line")
        return joined(Box{value(node, "x1"), value(node, "y1"), 0, 0},
                      Box{value(node, "x2"), value(node, "y2"), 0, 0});
    if (name == "path") return shape_of_path(node.attribute("d").value()).box;
    if (name == "polygon" || name == "polyline")
        return shape_of_path("M" + std::string(node.attribute("points").value())).box;
    if (name == "text") return box_of_text(node);
    return std::nullopt;
}

}  // namespace triptych::svg
