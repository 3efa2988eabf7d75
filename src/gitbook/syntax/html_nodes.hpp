#pragma once

#include <cstddef>
#include <string>
#include <string_view>

#include "gitbook/syntax/mapped_text.hpp"
#include "gitbook/syntax/node.hpp"

namespace triptych::gitbook {

/// What stands in a piece of HTML beside HTML, by number.
struct StandIns {
    Nodes nodes;  ///< each is a comment, which may stand anywhere
    Nodes tags;   ///< without children; each is an `applet`, beyond whose end nothing reaches that
                  ///< is open in it (HTML §13.2.4.3)
};
std::string stand_in_for_node(std::size_t number);
std::string stand_in_for_tag(std::size_t number);
inline constexpr std::string_view end_of_tag_stand_in = "</applet>";

/// Stands before names of elements that the parser would not leave where they are; taken off again.
inline constexpr std::string_view renamed = "x--";

/// The nodes of `html`, by Gumbo, with those that stand-ins stand for in their places.
Nodes read_html_nodes(const MappedText& html, StandIns stand_ins);

}  // namespace triptych::gitbook
