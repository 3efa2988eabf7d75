#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "doc/model.hpp"

namespace triptych::booklet {

/// Version and date as they are printed: "2.1 · 3 mai 2026"; empty when neither is known.
std::string edition(const doc::Metadata& metadata);
/// Names with the separators of lists in `language` between them.
std::string joined(const std::vector<std::string>& names, std::string_view language);

}  // namespace triptych::booklet
