#pragma once

#include <string>
#include <string_view>

namespace triptych::font {

/// A font file (TrueType or OpenType) packed as WOFF 2.0 for web pages; empty when it can't be.
std::string to_woff2(std::string_view file);

}  // namespace triptych::font
