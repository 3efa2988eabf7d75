#pragma once

#include <string>
#include <string_view>

namespace triptych::markup {

/// A rule that numbers items in the digits of `language` (BCP 47), but where the list asks for
/// letters; none where style sheets have no name for them.
std::string list_digits_css(std::string_view language);

}  // namespace triptych::markup
