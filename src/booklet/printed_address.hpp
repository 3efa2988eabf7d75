#pragma once

#include <string>
#include <string_view>

namespace triptych::booklet {

/// `address` as paper shows it: without its scheme, escapes as the characters they stand for, and,
/// where it has more than 200 characters, "…" for the middle of its path. The host is always whole.
std::string printed_address(std::string_view address);

/// Whether `printed_address` leaves out a part of it, so that paper alone does not lead there.
bool is_shortened_in_print(std::string_view address);

}  // namespace triptych::booklet
