#pragma once

#include <string>
#include <vector>

#include <triptych/build.hpp>

namespace triptych::cli {

/// A line for each need, and the command that installs what is missing.
std::string font_report(const std::vector<FontNeed>& needs, MessageLanguage language);

}  // namespace triptych::cli
