#include "deck_html/digits_css.hpp"

#include <fmt/format.h>

#include "base/number_signs.hpp"

namespace triptych::deck_html {

std::string digits_css(std::string_view language) {
    const std::string_view digits = digits_in_style_sheets(language);
    if (digits.empty()) return {};
    return fmt::format(
        "ol:not([type]):not([class]) {{ list-style-type: {0}; }}\n"
        ".steps > li::before {{ content: counter(step, {0}); }}\n",
        digits);
}

}  // namespace triptych::deck_html
