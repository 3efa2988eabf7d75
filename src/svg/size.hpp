#pragma once

#include <optional>
#include <string_view>

#include <pugixml.hpp>

namespace triptych::svg {

struct Box {
    double x = 0, y = 0, width = 0, height = 0;
};

/// The size of a drawing in pixels of CSS, and the part of its plane that is shown there.
struct Extent {
    double width = 0, height = 0;
    Box view;
};

/// A drawing with longer sides is none, in pixels of CSS.
inline constexpr int longest_side = 65535;

/// By the attributes of the root (SVG 2 §8.2): width and height, else the view box, else 300 × 150.
/// Nothing for a size beyond `longest_side`.
std::optional<Extent> extent_of(pugi::xml_node root);
/// That of a whole file; nothing when it is no XML with `svg` as its root.
std::optional<Extent> extent_of(std::string_view bytes);

}  // namespace triptych::svg
