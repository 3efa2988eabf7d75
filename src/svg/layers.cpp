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

/// So many times as long as the drawing, and so much more, may what its layers share be.
constexpr std::size_t most_times = 4, most_bytes_more = 2'000'000;

struct ByAddress {
    bool operator()(pugi::xml_node a, pugi::xml_node b) const {
        return a.internal_object() < b.internal_object();
    }
};

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
            if (!is_drawn(child.name())) continue;
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

/// What a drawing consists of, in the order of painting.
struct Pieces {
    struct Painted {
        pugi::xml_node node;
        Matrix inside;  ///< moves what it holds into the plane of the drawing
    };
    std::vector<Painted> painted;
    std::vector<pugi::xml_node> definitions;  ///< what is only referred to
};

void find_pieces(pugi::xml_node parent, const Matrix& matrix, Pieces& pieces) {
    for (const auto node : parent.children()) {
        if (node.type() != pugi::node_element) continue;
        if (!is_drawn(node.name())) {
            pieces.definitions.push_back(node);
            continue;
        }
        const Matrix inside = product(matrix, matrix_of(node.attribute("transform").value()));
        if (std::string_view(node.name()) == "g" && !is_one_piece(node))
            find_pieces(node, inside, pieces);
        else
            pieces.painted.push_back({node, inside});
    }
}

Pieces pieces_of(pugi::xml_node root) {
    Pieces pieces;
    find_pieces(root, {}, pieces);
    return pieces;
}

template <typename Condition>
bool holds_any(pugi::xml_node node, Condition is_one) {
    if (is_one(node)) return true;
    const auto children = node.children();
    return std::any_of(children.begin(), children.end(),
                       [&](pugi::xml_node child) { return holds_any(child, is_one); });
}

bool is_mixed(pugi::xml_node node) {
    return std::string_view(node.attribute("style").value()).find("mix-blend-mode") !=
           std::string_view::npos;
}
bool is_text(pugi::xml_node node) { return std::string_view(node.name()) == "text"; }

/// Whether something that is drawn is shown again elsewhere: a layer would lack it.
bool shows_again(const Targets& targets) {
    return std::any_of(targets.begin(), targets.end(), [](const auto& target) {
        auto node = target.second;
        if (!is_drawn(node.name())) return false;
        while (node && is_drawn(node.name())) node = node.parent();
        return node.type() != pugi::node_element;
    });
}

/// About how long an element is as text.
std::size_t length_of(pugi::xml_node node, bool with_children = true) {
    constexpr std::size_t marks = 6;
    std::size_t length =
        std::string_view(node.name()).size() * 2 + marks + std::string_view(node.value()).size();
    for (const auto attribute : node.attributes())
        length += std::string_view(attribute.name()).size() +
                  std::string_view(attribute.value()).size() + marks;
    if (with_children)
        for (const auto child : node.children()) length += length_of(child);
    return length;
}
std::size_t length_around(pugi::xml_node node) {
    std::size_t length = 0;
    for (auto parent = node.parent(); parent; parent = parent.parent())
        length += length_of(parent, false);
    return length;
}

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

Division::Division(pugi::xml_node root, const Extent& extent) : canvas_(canvas_of(extent)) {
    const Targets targets = targets_in(root);
    const Pieces pieces = pieces_of(root);
    // What is mixed with the ground below must be drawn together with it; text that is only
    // referred to becomes longer when it is drawn.
    if (is_one_piece(root) || !keeps_its_shape(root) || shows_again(targets) ||
        holds_any(root, is_mixed) ||
        std::any_of(pieces.definitions.begin(), pieces.definitions.end(),
                    [](pugi::xml_node node) { return holds_any(node, is_text); }))
        return;
    Boxes boxes(targets);
    for (const auto& [node, inside] : pieces.painted) {
        const auto id = referred_id(node.attribute("filter").value());
        const auto filter = id ? targets.find(*id) : targets.end();
        if (filter == targets.end() || !keeps_boxes(inside) || node.attribute("style")) continue;
        const auto box = boxes.inside(node);
        const auto region = box ? region_of(filter->second, *box) : std::nullopt;
        const auto seen = region ? common(moved(*region, inside), canvas_) : std::nullopt;
        if (seen && share(*seen) <= greatest_share) alone_.emplace(node, *seen);
    }
    // Every layer has all definitions; there is one behind and before each that stands alone.
    std::size_t definitions = 0, around = 0;
    for (const auto node : pieces.definitions) definitions += length_of(node) + length_around(node);
    for (const auto& [node, inside] : pieces.painted) around += length_around(node);
    const std::size_t layers = 2 * alone_.size() + 1;
    if (layers * definitions + around > most_times * length_of(root) + most_bytes_more)
        alone_.clear();
}

double Division::share(const Box& box) const {
    return box.width * box.height / (canvas_.width * canvas_.height);
}

std::optional<double> Division::share_of(pugi::xml_node node) const {
    const auto found = alone_.find(node);
    return found == alone_.end() ? std::nullopt : std::optional(share(found->second));
}

std::vector<Layer> Division::layers(pugi::xml_node root) const {
    if (alone_.empty()) return {};
    std::vector<Layer> layers;
    const Pieces pieces = pieces_of(root);
    const auto is_alone = [&](const Pieces::Painted& piece) {
        return alone_.count(piece.node) > 0;
    };
    for (auto piece = pieces.painted.begin(); piece != pieces.painted.end();) {
        const auto alone = alone_.find(piece->node);
        const auto end = alone == alone_.end() ? std::find_if(piece, pieces.painted.end(), is_alone)
                                               : std::next(piece);
        Copy copy(root, pieces.definitions);
        for (; piece != end; ++piece) copy.add(piece->node);
        layers.push_back(
            {copy.text(), alone == alone_.end() ? std::nullopt : std::optional(alone->second)});
    }
    return layers;
}

}  // namespace triptych::svg
