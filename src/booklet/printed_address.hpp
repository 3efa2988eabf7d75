#pragma once

#include <string>
#include <string_view>

namespace triptych::booklet {

/// `address` as paper shows it: without its scheme, escapes as the characters they stand for, and,
/// where it is long, "…" for the middle of its path. The host is always whole.
std::string printed_address(std::string_view address);

}  // namespace triptych::booklet
