#include "markup/list_css.hpp"

#include <fmt/format.h>

#include "base/number_signs.hpp"

namespace triptych::markup {

std::string list_digits_css(std::string_view language) {
    const std::string_view digits = digits_in_style_sheets(language);
    if (digits.empty()) return {};
    return fmt::format("ol:not([type]):not([class]) {{ list-style-type: {}; }}\n", digits);
}

}  // namespace triptych::markup
