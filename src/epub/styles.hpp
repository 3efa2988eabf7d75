#pragma once

#include <span>
#include <string_view>

#include "style/sheet.hpp"

namespace triptych::epub {

/// How much of a role's style an element takes.
enum class StyleExtent : std::uint8_t {
    block,   ///< all of it
    letters  ///< family and size only: weight and posture are those of the text around it
};

/// An element that the layout gives a style of its own; all others inherit. Either its name or its
/// class says which it is.
struct StyledElement {
    std::string_view tag, css_class;
    style::Role role{};
    StyleExtent extent = StyleExtent::block;
};

/// In the order of the style sheet: a later one wins over an earlier one.
std::span<const StyledElement> styled_elements();

}  // namespace triptych::epub
