#pragma once

#include <string_view>

#include "style/sheet.hpp"

namespace triptych::style {

/// What a role is for, in a few words.
std::string_view about(Role role);
/// What a kind of part of code is.
std::string_view about(CodePart part);

}  // namespace triptych::style
