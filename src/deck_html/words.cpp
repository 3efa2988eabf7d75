#include "deck_html/words.hpp"

#include "base/vocabulary.hpp"

namespace triptych::deck_html {
namespace {

#define TRIPTYCH_WORDS_OF(tag) <deck_html/words/tag.def>
#define TRIPTYCH_SLIDE_WORD(name, text) NamedWord{#name, text},
// clang-format off
/// The last is the word for a slide.
constexpr Vocabularies<29> vocabularies = {{
#include "base/every_language.def"
}};
// clang-format on
#undef TRIPTYCH_WORDS_OF
#undef TRIPTYCH_SLIDE_WORD
static_assert(is_complete(vocabularies));

}  // namespace

std::vector<std::pair<std::string_view, std::string_view>> words_in(std::string_view language) {
    const auto& words = vocabulary_of(vocabularies, language).words;
    std::vector<std::pair<std::string_view, std::string_view>> rows;
    for (std::size_t i = 0; i + 1 < words.size(); ++i)
        rows.emplace_back(words[i].name, words[i].text);
    return rows;
}

std::string_view slide_word(std::string_view language) {
    return vocabulary_of(vocabularies, language).words.back().text;
}

}  // namespace triptych::deck_html
