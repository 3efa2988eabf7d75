#include "svg/layers.hpp"

#include <algorithm>
#include <cmath>
#include <map>
#include <utility>

#include "base/is_one_of.hpp"
#include "base/xml.hpp"
#include "svg/allowed.hpp"
#include "svg/bounds.hpp"
#include "svg/references.hpp"
#include "svg/values.hpp"

namespace triptych::svg {
namespace {

/// Of the canvas: what shows more gains nothing.
constexpr double greatest_share = 0.5;

/// So many times as long as the drawing, and so much more, may its layers be.
constexpr std::size_t most_times = 4, most_bytes_more = 256'000;

struct ByAddress {
    bool operator()(pugi::xml_node a, pugi::xml_node b) const {
        return a.internal_object() < b.internal_object();
    }
};

bool is_drawn(pugi::xml_node node) {
    const Element* const rule = find_element(node.name());
    return rule && is_one_of(rule->role, {Role::root, Role::container, Role::shape, Role::text,
                                          Role::image, Role::use});
}

/// A number, without a unit and no share of something else.
bool is_plain(std::string_view value) {
    return value.find_first_not_of("0123456789+-.eE \t\r\n") == std::string_view::npos;
}

/// What is drawn in one piece shows otherwise than its parts one by one.
bool is_one_piece(pugi::xml_node node) {
    return node.attribute("filter") || node.attribute("mask") || node.attribute("style") ||
           number(node.attribute("opacity").value()).value_or(1) < 1;
}

/// Cairo, which librsvg asks for them, tells larger boxes of what is turned or slanted.
bool keeps_boxes(const Matrix& m) {
    constexpr double nothing = 1e-9;
    const auto is_none = [](double x) { return std::abs(x) < nothing; };
    return (is_none(m.b) && is_none(m.c)) || (is_none(m.a) && is_none(m.d));
}

/// Boxes around elements in the plane of their parents: never smaller than what is there, and
/// nothing where that can't be told.
class Boxes {
public:
    explicit Boxes(const Targets& targets) : targets_(targets) {}

    const std::optional<Box>& of(pugi::xml_node node) {
        const auto known = boxes_.find(node);
        if (known != boxes_.end()) return known->second;
        const Matrix matrix = matrix_of(node.attribute("transform").value());
        auto box = keeps_boxes(matrix) ? inside(node) : std::nullopt;
        if (box) box = moved(*box, matrix);
        return boxes_[node] = box;
    }

    /// In the plane of what the element holds.
    std::optional<Box> inside(pugi::xml_node node) {
        const Element* const rule = find_element(node.name());
        if (!rule) return std::nullopt;
        if (rule->role == Role::container) return of_children(node);
        if (rule->role == Role::use) return of_use(node);
        if (rule->role == Role::shape || rule->role == Role::image) return of_shape(node);
        return std::nullopt;
    }

private:
    std::optional<Box> of_children(pugi::xml_node node) {
        std::optional<Box> all;
        for (const auto child : node.children()) {
            if (!is_drawn(child)) continue;
            const auto& box = of(child);
            if (!box) return std::nullopt;
            all = joined(all, box);
        }
        return all;
    }
    std::optional<Box> of_use(pugi::xml_node node) {
        const std::string_view reference = node.attribute("xlink:href").value();
        const auto target =
            targets_.find(reference.substr(std::min<std::size_t>(1, reference.size())));
        const std::string_view x = node.attribute("x").value(), y = node.attribute("y").value();
        if (target == targets_.end() || !is_plain(x) || !is_plain(y)) return std::nullopt;
        auto box = of(target->second);
        if (!box) return std::nullopt;
        box->x += number(x).value_or(0);
        box->y += number(y).value_or(0);
        return box;
    }
    static std::optional<Box> of_shape(pugi::xml_node node) {
        for (const char* name :
             {"x", "y", "width", "height", "cx", "cy", "r", "rx", "ry", "x1", "y1", "x2", "y2"})
            if (!is_plain(node.attribute(name).value())) return std::nullopt;
        // An arc reaches beyond its ends, how far is not told by its numbers alone.
        if (std::string_view(node.attribute("d").value()).find_first_of("Aa") !=
            std::string_view::npos)
            return std::nullopt;
        return box_of_shape(node);
    }

    const Targets& targets_;
    std::map<pugi::xml_node, std::optional<Box>, ByAddress> boxes_;
};

/// Where a filter of an element may show something, in the plane of what the element holds; nothing
/// where that can't be told. `box` is no smaller than that of the element.
std::optional<Box> region_of(pugi::xml_node filter, const Box& box) {
    const bool shares =
        std::string_view(filter.attribute("filterUnits").value()) != "userSpaceOnUse";
    const auto read = [&](const char* name, double otherwise) -> std::optional<double> {
        const std::string_view written = filter.attribute(name).value();
        if (written.empty()) return shares ? std::optional(otherwise) : std::nullopt;
        const auto value = number(written);
        if (value && shares && written.ends_with('%')) return *value / 100;
        return value && is_plain(written) ? value : std::nullopt;
    };
    const auto x = read("x", -0.1), y = read("y", -0.1);
    const auto width = read("width", 1.2), height = read("height", 1.2);
    if (!x || !y || !width || !height) return std::nullopt;
    if (!shares) return Box{*x, *y, *width, *height};
    // The box itself is added: where the true one is smaller its shares lie elsewhere.
    return joined(box, Box{box.x + *x * box.width, box.y + *y * box.height, *width * box.width,
                           *height * box.height});
}

std::optional<Box> common(const Box& a, const Box& b) {
    const double x = std::max(a.x, b.x), y = std::max(a.y, b.y);
    const double right = std::min(a.x + a.width, b.x + b.width);
    const double bottom = std::min(a.y + a.height, b.y + b.height);
    if (!(right > x && bottom > y)) return std::nullopt;
    return Box{x, y, right - x, bottom - y};
}

/// An element as it comes in the order of painting.
struct Item {
    pugi::xml_node node;
    std::optional<Box> region;  ///< of a layer of its own
};

/// Finds what can stand alone.
class Finder {
public:
    Finder(pugi::xml_node root, const Box& canvas)
        : targets_(targets_in(root)), boxes_(targets_), canvas_(canvas) {
        walk(root, {});
    }

    std::vector<Item> items;
    std::vector<pugi::xml_node> definitions;
    bool has_layers = false;

    /// Whether nothing that is drawn is shown again elsewhere: a layer would lack it.
    bool is_divisible() const {
        return std::all_of(targets_.begin(), targets_.end(), [](const auto& target) {
            auto node = target.second;
            if (!is_drawn(node)) return true;
            while (node && is_drawn(node)) node = node.parent();
            return node.type() == pugi::node_element;
        });
    }

private:
    void walk(pugi::xml_node parent, const Matrix& matrix) {
        for (const auto node : parent.children()) {
            if (node.type() != pugi::node_element) continue;
            if (!is_drawn(node)) {
                definitions.push_back(node);
                continue;
            }
            const Matrix inside = product(matrix, matrix_of(node.attribute("transform").value()));
            if (node.attribute("filter")) {
                add_filtered(node, inside);
            } else if (std::string_view(node.name()) == "g" && !is_one_piece(node)) {
                walk(node, inside);
            } else {
                items.push_back({node, {}});
            }
        }
    }
    void add_filtered(pugi::xml_node node, const Matrix& inside) {
        items.push_back({node, {}});
        const auto id = referred_id(node.attribute("filter").value());
        const auto filter = id ? targets_.find(*id) : targets_.end();
        if (filter == targets_.end() || !keeps_boxes(inside) || node.attribute("style")) return;
        const auto box = boxes_.inside(node);
        if (!box) return;
        const auto region = region_of(filter->second, *box);
        const auto seen = region ? common(moved(*region, inside), canvas_) : std::nullopt;
        if (!seen || seen->width * seen->height > greatest_share * canvas_.width * canvas_.height)
            return;
        items.back().region = seen;
        has_layers = true;
    }

    Targets targets_;
    Boxes boxes_;
    Box canvas_;
};

/// Copies elements into a new document, each under copies of what it stands in.
class Copy {
public:
    Copy(pugi::xml_node root, const std::vector<pugi::xml_node>& definitions) {
        open_.emplace_back(root, bare_copy(root, document_));
        for (const char* name : {"x", "y", "width", "height"})
            open_.front().second.remove_attribute(name);
        for (const auto node : definitions) add(node);
    }

    void add(pugi::xml_node node) {
        std::vector<pugi::xml_node> around;
        for (auto parent = node.parent(); parent != open_.front().first; parent = parent.parent())
            around.push_back(parent);
        std::reverse(around.begin(), around.end());
        std::size_t same = 0;
        while (same < around.size() && same + 1 < open_.size() &&
               open_[same + 1].first == around[same])
            ++same;
        open_.resize(same + 1);
        for (; same < around.size(); ++same)
            open_.emplace_back(around[same], bare_copy(around[same], open_.back().second));
        open_.back().second.append_copy(node);
    }

    std::string text() const { return xml::to_string(document_, xml::Layout::fragment); }

private:
    static pugi::xml_node bare_copy(pugi::xml_node source, pugi::xml_node parent) {
        auto copy = parent.append_child(source.name());
        for (const auto attribute : source.attributes()) copy.append_copy(attribute);
        return copy;
    }

    pugi::xml_document document_;
    std::vector<std::pair<pugi::xml_node, pugi::xml_node>> open_;  ///< what was copied, and to what
};

/// All that is seen, in units of the view, which is in the middle.
Box canvas_of(const Extent& extent) {
    const Box& view = extent.view;
    const double scale = std::min(extent.width / view.width, extent.height / view.height);
    const double width = extent.width / scale, height = extent.height / scale;
    return {view.x - (width - view.width) / 2, view.y - (height - view.height) / 2, width, height};
}

bool keeps_its_shape(pugi::xml_node root) {
    const std::string_view ratio = root.attribute("preserveAspectRatio").value();
    return ratio.empty() || is_one_of(ratio, {"xMidYMid", "xMidYMid meet"});
}

}  // namespace

std::vector<Layer> layers_of(pugi::xml_node root, const Extent& extent, std::string_view drawing) {
    // What is mixed with the ground below must be drawn together with it.
    if (is_one_piece(root) || !keeps_its_shape(root) ||
        drawing.find("mix-blend-mode") != std::string_view::npos)
        return {};
    const Finder found(root, canvas_of(extent));
    if (!found.has_layers || !found.is_divisible()) return {};
    std::vector<Layer> layers;
    std::size_t bytes = 0;
    for (auto item = found.items.begin(); item != found.items.end();) {
        Copy copy(root, found.definitions);
        const auto region = item->region;
        do copy.add(item->node);
        while (++item != found.items.end() && !region && !item->region);
        layers.push_back({copy.text(), region});
        bytes += layers.back().document.size();
        if (bytes > most_times * drawing.size() + most_bytes_more) return {};
    }
    return layers;
}

}  // namespace triptych::svg
