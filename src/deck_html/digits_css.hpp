#pragma once

#include <string>
#include <string_view>

namespace triptych::deck_html {

/// Rules by which items and steps are numbered in the digits of `language` (BCP 47), but where a
/// list asks for letters; none where they are those of Latin letters.
std::string digits_css(std::string_view language);

}  // namespace triptych::deck_html
