#pragma once

#include <cstdint>
#include <map>
#include <string>

#include "pages/pages.hpp"

namespace triptych::pdf {

/// Lists that go on with the numbers of one before them under the same element (ISO 32000-2
/// §14.8.5.5), each with the id of that one, which gets one if it has none.
std::map<std::uint32_t, std::string> find_continued_lists(pages::Pages& pages);

}  // namespace triptych::pdf
