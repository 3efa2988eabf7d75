#pragma once

#include <vector>

#include <pugixml.hpp>

#include "base/length.hpp"

namespace triptych::deck_html {

/// A custom property of CSS, in points of the slide.
struct Number {
    const char* name;
    Length value;
};
void set_style(pugi::xml_node node, const std::vector<Number>& numbers);

/// Where it stands, with further properties.
void place(pugi::xml_node node, const Rect& box, const std::vector<Number>& further = {});

}  // namespace triptych::deck_html
