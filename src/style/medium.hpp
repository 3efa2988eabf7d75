#pragma once

#include "style/reader.hpp"

namespace triptych::style {

/// Reads what all outputs have in common: the styles of all roles and the keys of `Medium`. Leaves
/// the scale of `reading` at that of the body text.
void read_medium(const Value& file, Medium& medium, Reading& reading);

/// Names of the keys that `read_medium` knows.
Names medium_names();

}  // namespace triptych::style
