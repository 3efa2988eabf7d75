#include "deck_html/words.hpp"

#include <algorithm>
#include <array>
#include <string>

#include "base/words.hpp"

namespace triptych::deck_html {
namespace {

using Row = std::pair<std::string_view, std::string_view>;
constexpr std::size_t count = 29;

struct Vocabulary {
    std::string_view tag;
    std::array<Row, count> rows;  ///< the last is the word for a slide
};

#define TRIPTYCH_SLIDE_WORD(name, text) Row{#name, text},
constexpr std::array<Vocabulary, 14> vocabularies = {{
    {"en",
     {{
#include "deck_html/words/en.def"
     }}},
    {"fr",
     {{
#include "deck_html/words/fr.def"
     }}},
    {"ar",
     {{
#include "deck_html/words/ar.def"
     }}},
    {"de",
     {{
#include "deck_html/words/de.def"
     }}},
    {"es",
     {{
#include "deck_html/words/es.def"
     }}},
    {"fa",
     {{
#include "deck_html/words/fa.def"
     }}},
    {"he",
     {{
#include "deck_html/words/he.def"
     }}},
    {"hi",
     {{
#include "deck_html/words/hi.def"
     }}},
    {"it",
     {{
#include "deck_html/words/it.def"
     }}},
    {"ja",
     {{
#include "deck_html/words/ja.def"
     }}},
    {"ko",
     {{
#include "deck_html/words/ko.def"
     }}},
    {"pt",
     {{
#include "deck_html/words/pt.def"
     }}},
    {"zh-Hans",
     {{
#include "deck_html/words/zh-Hans.def"
     }}},
    {"zh-Hant",
     {{
#include "deck_html/words/zh-Hant.def"
     }}},
}};
#undef TRIPTYCH_SLIDE_WORD

/// English where nothing is known of the language.
const Vocabulary& vocabulary_of(std::string_view language) {
    const std::string tag = vocabulary_tag(language);
    const auto found = std::find_if(vocabularies.begin(), vocabularies.end(),
                                    [&](const Vocabulary& known) { return known.tag == tag; });
    return found == vocabularies.end() ? vocabularies.front() : *found;
}

}  // namespace

std::vector<std::pair<std::string_view, std::string_view>> words_in(std::string_view language) {
    const auto& rows = vocabulary_of(language).rows;
    return {rows.begin(), rows.end() - 1};
}

std::string_view slide_word(std::string_view language) {
    return vocabulary_of(language).rows.back().second;
}

}  // namespace triptych::deck_html
