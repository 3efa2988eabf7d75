#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <vector>

#include <pugixml.hpp>

#include "svg/faces.hpp"

namespace triptych::svg {

/// A character to be set, and where the author wants it.
struct Letter {
    char32_t code = 0;
    std::size_t span = 0;  ///< index of its element
    std::optional<double> x, y;
    double dx = 0, dy = 0, turn = 0;
};

/// An element of text and how it is set.
struct Span {
    pugi::xml_node node;
    TextStyle style;
    double letter_space = 0, word_space = 0, shift = 0;  ///< shift: downwards
    std::string baseline;
    bool underline = false, line_through = false, hidden = false;
};

/// A `text` element taken apart.
struct TextParts {
    std::vector<Span> spans;
    std::vector<Letter> letters;
};
TextParts parts_of(pugi::xml_node text);

}  // namespace triptych::svg
