#include "svg/cost.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <map>
#include <optional>
#include <utility>

#include "svg/allowed.hpp"
#include "svg/bounds.hpp"
#include "svg/layers.hpp"
#include "svg/references.hpp"
#include "svg/values.hpp"

namespace triptych::svg {
namespace {

constexpr double nanosecond = 1e-9;
constexpr double per_element = 3e-6, per_character = 20e-6, per_layer = 100e-6;
/// For each pair of lines of a path that lie beside each other, where they are stroked.
constexpr double per_pair = 52 * nanosecond;
constexpr double per_dash = 70 * nanosecond;
/// For each pixel of the canvas: a filtered element, a mask, a group with opacity.
constexpr double per_filtered = 9, per_mask = 8.4, per_group = 3;
constexpr double most = 1e12;  ///< sums stay below: what is this large is refused anyway

/// Pixels from the corner of the picture: cairo counts in 256ths of a pixel, in 32 bits, and takes
/// for ever to cut what lies beyond.
constexpr double farthest = 1e6;

/// Radius in pixels from which on a morphology takes no longer.
constexpr double widest_kernel = 10;

double largest(pugi::xml_node node, const char* name, double otherwise) {
    const auto all = numbers(node.attribute(name).value());
    return all.empty() ? otherwise : *std::max_element(all.begin(), all.end());
}

/// Nanoseconds a pixel of a step, at one pixel for a unit.
double per_pixel(pugi::xml_node step) {
    static constexpr std::array<std::pair<std::string_view, double>, 9> usual = {
        {{"feFlood", 5},
         {"feOffset", 5},
         {"feTile", 5},
         {"feColorMatrix", 30},
         {"feMerge", 43},
         {"feDiffuseLighting", 44},
         {"feSpecularLighting", 77},
         {"feGaussianBlur", 105},
         {"feDisplacementMap", 660}}};
    const std::string_view name = step.name();
    for (const auto& [known, cost] : usual)
        if (name == known) return cost;
    if (name == "feTurbulence") return 33 + 35 * largest(step, "numOctaves", 1);
    if (name == "feConvolveMatrix") return 48 + 2.9 * std::pow(largest(step, "order", 3), 2);
    return 40;
}

double kernel_per_pixel(pugi::xml_node step) {
    if (std::string_view(step.name()) != "feMorphology") return 0;
    const double radius = std::min(largest(step, "radius", 0), widest_kernel);
    return 5 * std::pow(2 * radius + 1, 2);
}

/// What an element takes by itself and with all that it shows.
struct Sum {
    double elements = 0;           ///< as often as they are shown
    double shapes = 0;             ///< seconds
    double canvases = 0;           ///< nanoseconds for each pixel of the canvas
    double area = 0, kernels = 0;  ///< nanoseconds, at one pixel for a unit of its own plane
    std::optional<Box> box;
    std::optional<Box> all;  ///< with what it is cut, filled and marked with, and its lines

    void add(const Sum& other, double times = 1) {
        all = joined(all, other.all);
        elements = std::min(most, elements + other.elements * times);
        shapes = std::min(most, shapes + other.shapes * times);
        canvases = std::min(most, canvases + other.canvases * times);
        area = std::min(most, area + other.area * times);
        kernels = std::min(most, kernels + other.kernels * times);
    }
};

class Estimate {
public:
    Estimate(pugi::xml_node root, const Extent& extent)
        : targets_(targets_in(root)), division_(root, extent) {}

    /// `canvas`: the area of all that is seen, in units of the plane inside `node`.
    Sum drawn(pugi::xml_node node, double canvas) {
        Sum sum;
        sum.elements = 1;
        sum.shapes = per_element;
        for (const auto child : node.children())
            if (child.type() == pugi::node_element && is_drawn(child.name())) {
                const auto& inner = placed(child, canvas);
                sum.add(inner);
                sum.box = joined(sum.box, inner.box);
            }
        return sum;
    }

private:
    /// An element where its parent shows it, kept for those that are shown often.
    const Sum& placed(pugi::xml_node node, double canvas) {
        const auto known = sums_.find(node.internal_object());
        if (known != sums_.end()) return known->second;
        const auto matrix = matrix_of(node.attribute("transform").value());
        canvas /= std::max(growth(matrix), 1e-9);
        Sum sum = drawn(node, canvas);
        add_own(node, sum);
        add_references(node, sum);
        add_filter(node, sum, canvas);
        sum.area = std::min(most, sum.area * growth(matrix));
        sum.kernels = std::min(most, sum.kernels * growth(matrix) * growth(matrix));
        if (sum.box) sum.box = moved(*sum.box, matrix);
        if (sum.all) sum.all = moved(*sum.all, matrix);
        return sums_[node.internal_object()] = sum;
    }

    static PathShape path_of(pugi::xml_node node) {
        const std::string_view name = node.name();
        if (name == "path") return shape_of_path(node.attribute("d").value());
        if (name == "polygon" || name == "polyline")
            return shape_of_path("M" + std::string(node.attribute("points").value()));
        return {4, 0, 0, {}};
    }

    void add_own(pugi::xml_node node, Sum& sum) const {
        const auto box = box_of_shape(node);
        sum.box = joined(sum.box, box);
        const double line = std::abs(largest(node, "stroke-width", 0));
        sum.all =
            joined(joined(sum.all, box),
                   line > 0 ? std::optional(Box{-line, -line, 2 * line, 2 * line}) : std::nullopt);
        const std::string_view name = node.name();
        if (name == "text") {
            for (const auto piece : node.children())
                sum.shapes += per_character * characters(piece);
            return;
        }
        const auto path = path_of(node);
        const auto lines = static_cast<double>(path.lines);
        // Lines that a line across meets, on the average.
        const double beside = std::min(lines, path.down / std::max(path.box.height, 1e-6));
        sum.shapes += lines * beside * per_pair;
        const auto dashes = numbers(node.attribute("stroke-dasharray").value());
        double period = 0;
        for (const double dash : dashes) period += std::abs(dash);
        if (period > 0) sum.shapes += (path.across + path.down) / period * per_dash;
        if (number(node.attribute("opacity").value()).value_or(1) < 1) sum.canvases += per_group;
    }
    static double characters(pugi::xml_node node) {
        double count = static_cast<double>(std::string_view(node.value()).size());
        for (const auto child : node.children()) count += characters(child);
        return count;
    }

    void add_references(pugi::xml_node node, Sum& sum) {
        for_each_reference(node, [&](pugi::xml_attribute attribute, std::string_view id) {
            const auto found = targets_.find(id);
            if (found == targets_.end()) return;
            const std::string_view name = attribute.name();
            if (name == "filter") return;
            if (name == "mask") sum.canvases += per_mask;
            const auto& shown = shown_sum(found->second);
            const double times = name.starts_with("marker") ? double(path_of(node).lines + 1) : 1;
            sum.add(shown, times);
            if (name == "xlink:href") sum.box = joined(sum.box, shown.box);
        });
    }
    const Sum& shown_sum(pugi::xml_node target) {
        if (is_drawn(target.name())) return placed(target, most);
        const auto known = sums_.find(target.internal_object());
        if (known != sums_.end()) return known->second;
        Sum sum = drawn(target, most);
        add_references(target, sum);
        return sums_[target.internal_object()] = sum;
    }

    /// A filter works on its region, which is at most what is seen.
    void add_filter(pugi::xml_node node, Sum& sum, double canvas) const {
        const auto id = referred_id(node.attribute("filter").value());
        const auto filter = id ? targets_.find(*id) : targets_.end();
        if (filter == targets_.end()) return;
        const double area = std::min(region(filter->second, sum.box), canvas);
        const auto alone = division_.share_of(node);
        sum.canvases += per_filtered * alone.value_or(1);
        if (alone) sum.shapes += 2 * per_layer;
        for (const auto step : filter->second.children()) {
            if (const double kernel = kernel_per_pixel(step); kernel > 0)
                sum.kernels += kernel * area;
            else
                sum.area += per_pixel(step) * area;
        }
    }
    static double region(pugi::xml_node filter, const std::optional<Box>& box) {
        const auto side = [&](const char* name, double whole, bool shares) {
            const std::string_view written = filter.attribute(name).value();
            const double value = number(written).value_or(120);
            if (written.empty() || written.ends_with('%')) return whole * value / 100;
            return shares ? whole * value : value;
        };
        const bool shares =
            std::string_view(filter.attribute("filterUnits").value()) != "userSpaceOnUse";
        const Box inner = box.value_or(Box{0, 0, 1e5, 1e5});
        return std::abs(side("width", inner.width, shares) * side("height", inner.height, shares));
    }

    Targets targets_;
    Division division_;
    std::map<const void*, Sum> sums_;
};

/// The filter whose steps take longest a pixel, by its id where several do; null when there is
/// none.
pugi::xml_node dearest_filter(pugi::xml_node root) {
    pugi::xml_node dearest;
    double highest = -1;
    for (const auto& [id, node] : targets_in(root)) {
        if (std::string_view(node.name()) != "filter") continue;
        double cost = 0;
        for (const auto step : node.children()) cost += per_pixel(step) + kernel_per_pixel(step);
        if (cost > highest) {
            highest = cost;
            dearest = node;
        }
    }
    return dearest;
}

double seconds(const Cost& cost, double scale) {
    return cost.shapes + cost.pictures * scale * scale + cost.kernels * std::pow(scale, 4);
}

/// The scale at which `seconds` comes to `budget`, at least 1.
double affordable_scale(const Cost& cost, double budget) {
    constexpr double any = 1e6;
    const double left = std::max(0.0, budget - cost.shapes);
    const double root = std::sqrt(cost.pictures * cost.pictures + 4 * cost.kernels * left);
    // The square of the scale, in the form of the formula that divides by no small difference.
    const double square = 2 * left / std::max(cost.pictures + root, 1e-12);
    return std::clamp(std::sqrt(square), 1.0, any);
}

}  // namespace

Cost cost_of(pugi::xml_node root, const Extent& extent) {
    const auto sum = Estimate(root, extent).drawn(root, extent.view.width * extent.view.height);
    const double canvas = extent.width * extent.height;
    const double unit =
        std::max(extent.width / extent.view.width, extent.height / extent.view.height);
    const Box all = sum.all.value_or(Box{});
    const double reach =
        unit * std::max({std::abs(all.x - extent.view.x), std::abs(all.y - extent.view.y),
                         std::abs(all.x + all.width - extent.view.x),
                         std::abs(all.y + all.height - extent.view.y)});
    if (!(reach <= farthest)) return {.shapes = most};
    const double units = canvas / (extent.view.width * extent.view.height);
    return {sum.elements, sum.shapes, (sum.canvases * canvas + sum.area * units) * nanosecond,
            sum.kernels * units * units * nanosecond};
}

std::optional<Affordable> limit_cost(pugi::xml_node root, const Extent& extent,
                                     std::vector<Finding>& findings) {
    // In vectors only what is filtered is made of pixels: 280 dots an inch across a page of A5,
    // where shadows and blurs look the same with fewer. In pixels words need as many as a usual
    // screen has.
    constexpr double side_in_vectors = 1200, side_in_pixels = 1600, greatest_scale = 3;
    constexpr int most_rounds = 30;
    const auto scale_for = [&](double side) {
        return std::clamp(side / std::max(extent.width, extent.height), 1.0, greatest_scale);
    };
    const double wanted = scale_for(side_in_vectors);
    for (int round = 0;; ++round) {
        const auto cost = cost_of(root, extent);
        if (cost.shapes > longest_drawing) return std::nullopt;
        for (const double scale : {wanted, wanted / 2, 1.0})
            if (scale >= 1 && seconds(cost, scale) <= (scale > 1 ? long_drawing : longest_drawing))
                return Affordable{scale,
                                  std::max(affordable_scale(cost, long_drawing),
                                           std::min(affordable_scale(cost, longest_drawing),
                                                    std::max(scale_for(side_in_pixels), scale))),
                                  cost.elements};
        auto filter = dearest_filter(root);
        if (!filter) return std::nullopt;
        if (round == 0)
            findings.push_back(
                {Finding::Kind::costly,
                 say("filters of it are left out: drawing them would take longer than {} s",
                     static_cast<int>(longest_drawing))});
        do {
            filter.parent().remove_child(filter);
        } while (round >= most_rounds && (filter = dearest_filter(root)));
        mend_references(root);
    }
}

}  // namespace triptych::svg
