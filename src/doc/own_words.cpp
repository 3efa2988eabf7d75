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

Inlines words_for(const MissingPicture& missing, std::string_view language) {
    Inlines words = own_words(Word::missing_image, language);
    const std::string& what = missing.alternative.empty() ? missing.path : missing.alternative;
    if (!what.empty())
        words.push_back({Text{std::string(word_in(language, Word::colon)) + what}, {}});
    return words;
}

}  // namespace triptych::doc
