#pragma once

#include <string_view>

#include "base/length.hpp"
#include "style/sheet.hpp"
#include "typeset/context.hpp"

namespace triptych::slides {

/// Width of `text` set on one line, as shaped.
Length width_of(std::string_view text, const style::TextStyle& style, std::string_view language,
                const typeset::Resources& resources);

}  // namespace triptych::slides
