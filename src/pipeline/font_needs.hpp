#pragma once

#include <string_view>
#include <vector>

#include <triptych/build.hpp>

namespace triptych::pipeline {

/// What the scripts of `words` need beside Latin, Greek and Cyrillic faces, in the order of the
/// text; `script_fonts` may be null.
std::vector<FontNeed> font_needs(std::string_view words, std::string_view language,
                                 const Files* script_fonts);

}  // namespace triptych::pipeline
