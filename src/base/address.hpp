#pragma once

#include <string_view>

namespace triptych {

/// Whether `title` says no more than `address` does, with or without `www.`.
bool says_address(std::string_view title, std::string_view address);

/// Whether links may lead to addresses of this scheme, in lower case, if a layout says so: never to
/// those that run something or show what is on the reader's own machine.
bool is_linkable(std::string_view scheme);
/// Whether links lead to them whatever the layout says: every machine knows what to do with them.
bool is_usual_scheme(std::string_view scheme);

}  // namespace triptych
