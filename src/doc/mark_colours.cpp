#include "doc/mark_colours.hpp"

namespace triptych::doc {

std::string_view name(MarkColour mark) {
    switch (mark) {
        case MarkColour::none:
            return "none";
        case MarkColour::red:
            return "red";
        case MarkColour::orange:
            return "orange";
        case MarkColour::yellow:
            return "yellow";
        case MarkColour::green:
            return "green";
        case MarkColour::blue:
            return "blue";
        case MarkColour::purple:
            return "purple";
        case MarkColour::grey:
            return "grey";
    }
    return "none";
}

std::optional<Colour> letters_colour(MarkColour mark) {
    switch (mark) {
        case MarkColour::none:
            return std::nullopt;
        case MarkColour::red:
            return Colour{0xB4, 0x1E, 0x1E};
        case MarkColour::orange:
            return Colour{0xA8, 0x4B, 0x00};
        case MarkColour::yellow:
            return Colour{0x7A, 0x5C, 0x00};
        case MarkColour::green:
            return Colour{0x1B, 0x6B, 0x35};
        case MarkColour::blue:
            return Colour{0x1C, 0x52, 0xA0};
        case MarkColour::purple:
            return Colour{0x6E, 0x33, 0x9B};
        case MarkColour::grey:
            return Colour{0x5A, 0x5A, 0x5A};
    }
    return std::nullopt;
}

std::optional<Colour> ground_colour(MarkColour mark) {
    switch (mark) {
        case MarkColour::none:
            return std::nullopt;
        case MarkColour::red:
            return Colour{0xFB, 0xDD, 0xDA};
        case MarkColour::orange:
            return Colour{0xFD, 0xE6, 0xCC};
        case MarkColour::yellow:
            return Colour{0xFF, 0xF3, 0xB8};
        case MarkColour::green:
            return Colour{0xD8, 0xF0, 0xDC};
        case MarkColour::blue:
            return Colour{0xDA, 0xE8, 0xFA};
        case MarkColour::purple:
            return Colour{0xEC, 0xDF, 0xF7};
        case MarkColour::grey:
            return Colour{0xE8, 0xE8, 0xE8};
    }
    return std::nullopt;
}

}  // namespace triptych::doc
