#pragma once

#include <string_view>

/// The files beside this one, as the build puts them into the program.
namespace triptych::deck_html {

extern const std::string_view page_template;  ///< `deck.html`, with `{{names}}` to fill in
extern const std::string_view style_sheet;    ///< `deck.css`
extern const std::string_view script;         ///< `deck.js`

}  // namespace triptych::deck_html
