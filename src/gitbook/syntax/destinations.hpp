#pragma once

#include <cstddef>
#include <string_view>

/// What stands between the brackets of a link or picture.
namespace triptych::gitbook {

/// Bytes of ` =300x200` or ` =50%x` at the end of `written`: how wide and high wikis show a
/// picture; 0 when there are none.
std::size_t size_behind(std::string_view written);
/// Whether spaces are part of the destination, rather than before its title.
bool holds_spaces(std::string_view written);

}  // namespace triptych::gitbook
