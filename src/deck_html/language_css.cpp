#include "deck_html/language_css.hpp"

#include <fmt/format.h>

#include "base/language_tag.hpp"
#include "base/number_signs.hpp"
#include "markup/list_css.hpp"

namespace triptych::deck_html {

std::string language_css(std::string_view language) {
    if (primary_language(language) == "ja")
        return "h1, h2, h3, h4, h5, h6, .claim p { word-break: auto-phrase; }\n";
    const std::string_view digits = digits_in_style_sheets(language);
    if (digits.empty()) return {};
    return markup::list_digits_css(language) +
           fmt::format(".steps > li::before {{ content: counter(step, {}); }}\n", digits);
}

}  // namespace triptych::deck_html
