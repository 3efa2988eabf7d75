#pragma once

#include <string>
#include <string_view>

namespace triptych::deck_html {

/// Rules for `language` (BCP 47) alone: items and steps are numbered in its digits, but where a
/// list asks for letters; phrases of Japanese are kept whole in titles. Mostly none.
std::string language_css(std::string_view language);

}  // namespace triptych::deck_html
