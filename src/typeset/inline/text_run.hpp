#pragma once

#include <string_view>

#include "style/sheet.hpp"

namespace triptych::typeset {

/// A part of a plain text in one style.
struct TextRun {
    std::string_view text;
    const style::TextStyle* style = nullptr;  ///< never null
};

}  // namespace triptych::typeset
