#pragma once

#include <string>
#include <string_view>

#include <pugixml.hpp>

#include "base/colour.hpp"
#include "base/length.hpp"
#include "pptx/drawing/palette.hpp"
#include "pptx/opc/part_xml.hpp"

/// Building blocks of PresentationML and DrawingML parts.
namespace triptych::pptx {

/// A root element that declares the three namespaces every part of a presentation uses.
pugi::xml_node add_presentation_root(pugi::xml_document& document, const char* name);

/// English Metric Units, 12,700 to the point.
std::string emu(Length length);
/// Hundredths of a point.
std::string hundredths(Length length);

/// Adds the colour; one of the theme is named, so that it follows a change of theme.
void add_colour(pugi::xml_node parent, Colour colour, const Palette& palette);
/// Adds `a:solidFill` with the colour.
void add_fill(pugi::xml_node parent, Colour colour, const Palette& palette);
/// `a:xfrm` or `p:xfrm` with place and size.
void add_transform(pugi::xml_node parent, const char* name, const Rect& box);

/// The attributes of a drawn object that people don't see.
struct Identity {
    unsigned id = 0;            ///< unique in its slide, from 2
    std::string name{};         ///< for the selection pane
    std::string alternative{};  ///< what a picture shows
    bool decorative = false;    ///< has no meaning: screen readers skip it
};
void add_identity(pugi::xml_node parent, const Identity& identity);

/// Starts `p:cSld` with an empty shape tree, which is returned. `name` may be empty.
pugi::xml_node add_shape_tree(pugi::xml_node common_data);
/// A filled rectangle without text, as decoration.
void add_rectangle(pugi::xml_node tree, const Identity& identity, const Rect& box, Colour fill,
                   const Palette& palette);

/// The usual map of a master's colour names to those of its theme (ISO/IEC 29500-1 §19.3.1.6).
void add_colour_map(pugi::xml_node master);
/// What links look like: covers have a ground on which the theme's colour can't be read.
enum class LinkColour : std::uint8_t { theme, cover_text };
/// The map of a layout or slide (§19.3.1.7): that of its master, or one for links on a cover.
void add_colour_override(pugi::xml_node parent, LinkColour links);

}  // namespace triptych::pptx
