#pragma once

#include <string>

namespace triptych::font {

/// The `MATH` table `table` with the ends of arrows as they are meant: an arrowhead that is said to
/// join what is behind it and not what is before it (STIX Two Math has its connectors swapped)
/// keeps readers from drawing any longer arrow. What is no table of that kind stays.
std::string with_joined_ends(std::string table);

}  // namespace triptych::font
