#include "doc/diagram_words.hpp"

#include "base/vocabulary.hpp"

namespace triptych::doc {
namespace {

#define TRIPTYCH_WORDS_OF(tag) <doc/words/tag.def>
#define TRIPTYCH_DIAGRAM_WORD(name, text) NamedWord{#name, text},
// clang-format off
constexpr Vocabularies<static_cast<std::size_t>(DiagramWord::count_)> diagram_vocabularies = {{
#include "base/every_language.def"
}};
// clang-format on
#undef TRIPTYCH_WORDS_OF
#undef TRIPTYCH_DIAGRAM_WORD
static_assert(is_complete(diagram_vocabularies));

}  // namespace

std::string_view diagram_word(std::string_view language, DiagramWord word) {
    return vocabulary_of(diagram_vocabularies, language).words[static_cast<std::size_t>(word)].text;
}

}  // namespace triptych::doc
