#pragma once

#include <string>
#include <string_view>

#include "base/length.hpp"
#include "style/sheet.hpp"
#include "typeset/context.hpp"

namespace triptych::deck {

/// A line of text and the room for it.
struct LineRoom {
    const style::TextStyle& style;
    Length width;
};
/// `text`, or as many of its words as fit on one line, with an ellipsis.
std::string shortened(std::string_view text, const LineRoom& room, std::string_view language,
                      const typeset::Resources& resources);

}  // namespace triptych::deck
