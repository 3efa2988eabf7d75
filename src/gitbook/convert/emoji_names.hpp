#pragma once

#include <string_view>

namespace triptych::gitbook {

/// The emoji that GitHub and GitBook show for `:name:`; empty when `name` is not one of the names
/// known here.
std::string_view emoji_named(std::string_view name);

}  // namespace triptych::gitbook
