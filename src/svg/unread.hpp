#pragma once

#include <string_view>

namespace triptych::svg {

/// Whether a property or an attribute that is not copied makes a drawing look otherwise in
/// programs that know it. It says no for what has no say at all in a picture that stands still.
bool changes_look(std::string_view name, std::string_view value);

/// Whether it makes the drawing move.
bool moves(std::string_view name, std::string_view value);

}  // namespace triptych::svg
