#pragma once

#include <string_view>
#include <utility>
#include <vector>

namespace triptych::deck_html {

/// The words of the page around the slides by their names in `deck.html`, in the language of the
/// tag `language` (BCP 47); English where it has no file in
/// `words/`.
std::vector<std::pair<std::string_view, std::string_view>> words_in(std::string_view language);

/// What a slide is called by screen readers, in the same way.
std::string_view slide_word(std::string_view language);

}  // namespace triptych::deck_html
