#pragma once

#include <string_view>

#include "doc/tex/lexer.hpp"

namespace triptych::doc::tex {

/// The macro of that name that every formula has; null when there is none.
const Macro* find_common_macro(std::string_view name);

}  // namespace triptych::doc::tex
