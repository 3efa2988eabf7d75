#include "pptx/words.hpp"

#include <algorithm>

#include "base/vocabulary.hpp"

namespace triptych::pptx {
namespace {

#define TRIPTYCH_WORDS_OF(tag) <pptx/words/tag.def>
#define TRIPTYCH_SHAPE_WORD(name, text) NamedWord{#name, text},
// clang-format off
constexpr Vocabularies<44> shape_vocabularies = {{
#include "base/every_language.def"
}};
// clang-format on
#undef TRIPTYCH_WORDS_OF
#undef TRIPTYCH_SHAPE_WORD
static_assert(is_complete(shape_vocabularies));

/// Words before it name shapes alone; those of tables and code name layouts, too.
constexpr std::string_view first_of_layouts = "cover";

std::size_t index_of(std::string_view key) {
    const auto& words = shape_vocabularies.front().words;
    const auto* const found = std::find_if(words.begin(), words.end(),
                                           [&](const NamedWord& word) { return word.name == key; });
    return static_cast<std::size_t>(found - words.begin());
}

bool names_layouts(std::size_t at) {
    const std::string_view key = shape_vocabularies.front().words[at].name;
    return at >= index_of(first_of_layouts) || key == "table" || key == "code";
}

}  // namespace

std::string_view shape_name(std::string_view english, std::string_view language) {
    const auto& words = shape_vocabularies.front().words;
    const auto* const found = std::find_if(
        words.begin(), words.end(), [&](const NamedWord& word) { return word.text == english; });
    if (found == words.end()) return english;
    return vocabulary_of(shape_vocabularies, language)
        .words[static_cast<std::size_t>(found - words.begin())]
        .text;
}

std::string_view layout_word(std::string_view key, std::string_view language) {
    const std::size_t at = index_of(key);
    const auto& words = vocabulary_of(shape_vocabularies, language).words;
    return at < words.size() ? words[at].text : key;
}

std::string_view key_of_layout(std::string_view name) {
    for (const auto& vocabulary : shape_vocabularies)
        for (std::size_t i = 0; i < vocabulary.words.size(); ++i)
            if (names_layouts(i) && vocabulary.words[i].text == name)
                return vocabulary.words[i].name;
    return {};
}

}  // namespace triptych::pptx
