#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include <pugixml.hpp>

#include "base/colour.hpp"
#include "base/length.hpp"
#include "pptx/templates/colours.hpp"

/// The layouts of a template and the placeholders on them, with what they inherit.
namespace triptych::pptx::templates {

/// How the text of a placeholder looks on its first level (ISO/IEC 29500-1 §21.1.2.3).
struct TextLook {
    Length size, tracking;
    std::string family;
    bool bold = false, italic = false, capitals = false;
    int line = 100;        ///< line spacing in per cent of the font's own
    Length exact_line;     ///< instead: zero where `line` counts
    Length before, after;  ///< space around paragraphs
    unsigned bullets = 0;  ///< the first level that has bullets, from 1; 0: none has
    Length indent;         ///< the widest a level of lists is moved in, counted from `bullets`
    std::optional<pptx::ThemeColour> ink;
};

/// A distance in English Metric Units, such that written again it is the same.
Length from_emu(std::int64_t emu);

struct Insets {
    Length left, top, right, bottom;
};

struct Placeholder {
    std::string type;  ///< `ST_PlaceholderType`; empty for those that hold any object
    unsigned index = 0;
    Rect frame;     ///< inside the slide
    Insets insets;  ///< between frame and text
    TextLook text;

    Rect text_box() const {
        return {{frame.at.x + insets.left, frame.at.y + insets.top},
                {frame.size.width - insets.left - insets.right,
                 frame.size.height - insets.top - insets.bottom}};
    }
};

struct Layout {
    std::string part, type;                 ///< `ST_SlideLayoutType`, or empty
    std::string name;                       ///< as its author called it
    std::vector<Placeholder> placeholders;  ///< whose text stands upright, in order
    std::optional<Colour> ground{};         ///< behind everything; nothing when it is a picture
};

/// What a layout inherits from.
struct Heritage {
    const pugi::xml_node& master;        ///< `p:sldMaster`
    const pugi::xml_node& default_text;  ///< `p:defaultTextStyle` of the presentation, or nothing
    const Theme& theme;
    Size slide;
};
/// Reads a `p:sldLayout`.
Layout read_layout(const pugi::xml_node& layout, std::string part, const Heritage& heritage);

}  // namespace triptych::pptx::templates
