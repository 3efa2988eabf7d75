#include "deck_html/box_style.hpp"

#include <string>

#include <fmt/format.h>

#include "base/xml.hpp"
#include "deck_html/look.hpp"

namespace triptych::deck_html {

void set_style(pugi::xml_node node, const std::vector<Number>& numbers) {
    std::string style;
    for (const auto& number : numbers)
        style += fmt::format("--{}: {}; ", number.name, points(number.value));
    if (style.empty()) return;
    style.pop_back();
    xml::set_attribute(node, "style", style);
}

void place(pugi::xml_node node, const Rect& box, const std::vector<Number>& further) {
    std::vector<Number> numbers = {
        {"x", box.at.x}, {"y", box.at.y}, {"w", box.size.width}, {"h", box.size.height}};
    numbers.insert(numbers.end(), further.begin(), further.end());
    set_style(node, numbers);
}

}  // namespace triptych::deck_html
