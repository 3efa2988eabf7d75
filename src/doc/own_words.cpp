#include "doc/own_words.hpp"

#include <utility>

namespace triptych::doc {

Inlines own_words(std::string words, std::string_view language, Span span) {
    Inlines own = {{Text{std::move(words)}, span}};
    const std::string_view other = language_of_words(language);
    if (other.empty()) return own;
    return {{Foreign{std::string(other), std::move(own)}, span}};
}

Inlines own_words(Word word, std::string_view language, Span span) {
    return own_words(std::string(word_in(language, word)), language, span);
}

}  // namespace triptych::doc
