#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace triptych::cli {

struct OutputFile {
    std::string name;  ///< in the output folder
    const std::string& bytes;
};

/// Writes all files into `folder` (made when it is missing), or none: everything is on disk under
/// no name before the first old file is replaced. Returns what went wrong, in words, or nothing.
std::optional<std::string> write_files(const std::string& folder,
                                       const std::vector<OutputFile>& files);

/// Writes all of `text` to an open descriptor, short writes and interruptions included; false when
/// it failed.
bool write_fully(int descriptor, std::string_view text);

}  // namespace triptych::cli
