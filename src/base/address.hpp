#pragma once

#include <string_view>

namespace triptych {

/// Whether `title` says no more than `address` does, with or without `www.`.
bool says_address(std::string_view title, std::string_view address);

}  // namespace triptych
