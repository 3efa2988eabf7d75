#pragma once

#include <memory>
#include <string>

#include <triptych/files.hpp>

namespace triptych {

/// libhyphen's `hyph_<language>.dic`: those in `hyphen/` of the data folder, for programs that
/// bring their own, then those that Debian's hyphen-* packages install.
std::unique_ptr<Files> hyphenation_files(const std::string& data_folder);

}  // namespace triptych
