#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace triptych::gitbook {

/// What a file to download is, for example "PDF, 1.2 MB"; with French units and comma in French.
std::string file_detail(std::string_view path, std::size_t bytes, std::string_view language);

}  // namespace triptych::gitbook
