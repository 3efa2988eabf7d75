#pragma once

#include <string>
#include <string_view>

namespace triptych::pdf::object {

/// The entries of a dictionary, one a line, nested dictionaries set in, strings that are not ASCII
/// in hexadecimal. The meaning stays the same.
std::string indented(std::string_view entries);

}  // namespace triptych::pdf::object
