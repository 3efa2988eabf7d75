#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <functional>
#include <string>
#include <string_view>
#include <unordered_set>
#include <vector>

#include <triptych/diagnostics.hpp>

namespace triptych::gitbook {

/// A language as a file says it, whatever that is.
struct WrittenLanguage {
    std::string text;  ///< "" when no file says
    Span span;
};

/// The languages told apart by their words, all of them in Latin or Cyrillic letters.
inline constexpr std::size_t languages_by_words = 33;
/// The scripts told apart by their letters.
inline constexpr std::size_t scripts_by_letters = 29;

/// Tells in what language pages are by their letters and their most common words.
class LanguageGuess {
public:
    /// Counts the first 20,000 bytes of a page's Markdown, without code, tags and addresses.
    void add(std::string_view markdown);
    /// Whether so many bytes were counted that more would not change a book's language.
    bool is_full() const;
    /// The likeliest language; "fr" when nothing speaks for any.
    std::string language() const;
    /// Whether letters alone decide, rather than words.
    bool by_script() const;
    /// Whether any letter or word speaks for a language.
    bool is_told() const;

private:
    void add_word(std::string_view word);
    void add_letter(char32_t letter);
    std::size_t strongest_script() const;
    std::string by_words() const;
    std::size_t different_words(std::size_t language) const;

    std::size_t counted_ = 0;  ///< bytes
    std::array<std::uint32_t, languages_by_words> words_{};
    std::unordered_set<std::string_view> seen_;  ///< of the common words
    std::array<std::uint32_t, scripts_by_letters> letters_{};
    std::uint32_t persian_ = 0, urdu_ = 0;  ///< letters that Arabic lacks
    std::uint32_t ukrainian_ = 0, belarusian_ = 0, russian_ = 0, serbian_ = 0, macedonian_ = 0;
};

/// The language of a book as a tag (BCP 47): the first of `written` that says one, else as `guess`
/// tells from its pages. What is written otherwise than as a tag, and what is only guessed, is
/// reported.
std::string choose_language(const std::vector<WrittenLanguage>& written,
                            const std::function<LanguageGuess()>& guess, Diagnostics& diagnostics);

}  // namespace triptych::gitbook
