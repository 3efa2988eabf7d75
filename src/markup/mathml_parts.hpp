#pragma once

#include <string_view>

#include <pugixml.hpp>

#include "doc/tex.hpp"

/// What the files that write MathML have in common.
namespace triptych::markup::mathml {

namespace tex = doc::tex;

void append(pugi::xml_node parent, const tex::Nodes& nodes);
/// One element for `nodes`: elements such as `mfrac` count their children.
void append_row(pugi::xml_node parent, const tex::Nodes& nodes);
/// A bracket that grows, or not; nothing for an empty one.
void append_fence(pugi::xml_node parent, std::string_view fence, const char* stretchy);
void add_class(pugi::xml_node node, std::string_view name);

void append_matrix(pugi::xml_node parent, const tex::Matrix& matrix);
void append_classed(pugi::xml_node parent, const tex::Classed& classed);
void append_arrow(pugi::xml_node parent, const tex::Arrow& arrow);
void append_enclosed(pugi::xml_node parent, const tex::Enclosed& enclosed);
void append_padded(pugi::xml_node parent, const tex::Padded& padded);
void append_coloured(pugi::xml_node parent, const tex::Coloured& coloured);
void append_sized(pugi::xml_node parent, const tex::Sized& sized);

}  // namespace triptych::markup::mathml
