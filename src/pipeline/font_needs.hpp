#pragma once

#include <string_view>
#include <vector>

#include <triptych/build.hpp>

namespace triptych::pipeline {

/// What the scripts of `words` need beside Latin, Greek and Cyrillic faces, in the order of the
/// text; fonts are those of `request`.
std::vector<FontNeed> font_needs(std::string_view words, std::string_view language,
                                 const Request& request);

/// The needs of several texts, those of one face together.
std::vector<FontNeed> joined(const std::vector<std::vector<FontNeed>>& needs);

}  // namespace triptych::pipeline
