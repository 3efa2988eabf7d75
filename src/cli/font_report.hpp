#pragma once

#include <string>

#include <triptych/build.hpp>

namespace triptych::cli {

/// A line for each need, and the command that installs what is missing.
std::string needs_report(const Needs& needs, MessageLanguage language);

}  // namespace triptych::cli
