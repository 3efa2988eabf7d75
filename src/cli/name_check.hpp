#pragma once

#include <string>

namespace triptych::cli {

/// Why files can't be called `name` on every system; "" when they can.
std::string problem_with_name(const std::string& name);

}  // namespace triptych::cli
