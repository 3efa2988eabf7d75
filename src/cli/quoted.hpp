#pragma once

#include <string>

namespace triptych::cli {

/// A word of a command as it is typed into a shell: as it is, or else in quotation marks.
std::string quoted(const std::string& word);

}  // namespace triptych::cli
