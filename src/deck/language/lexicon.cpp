#include "deck/language/lexicon.hpp"

#include <algorithm>

#include "base/words.hpp"
#include "deck/language/lexicons.hpp"

namespace triptych::deck {
namespace {

std::vector<std::string> folded(std::string_view phrase) {
    std::vector<std::string> words;
    for (auto& word : words_in(phrase, {0, phrase.size()})) words.push_back(std::move(word.folded));
    return words;
}

}  // namespace

Phrases::Phrases(std::initializer_list<std::string_view> phrases) {
    for (const auto phrase : phrases) {
        auto words = folded(phrase);
        std::string first = words.front();
        by_first_[std::move(first)].push_back({words.begin() + 1, words.end()});
    }
}

std::size_t Phrases::match_at(const std::vector<TextWord>& words, std::size_t at) const {
    if (at >= words.size()) return 0;
    const auto found = by_first_.find(words[at].folded);
    if (found == by_first_.end()) return 0;
    std::size_t longest = 0;
    for (const auto& rest : found->second) {
        if (at + 1 + rest.size() > words.size()) continue;
        const bool same =
            std::equal(rest.begin(), rest.end(), words.begin() + at + 1,
                       [](const std::string& a, const TextWord& b) { return a == b.folded; });
        if (same) longest = std::max(longest, rest.size() + 1);
    }
    return longest;
}

bool Phrases::end(const std::vector<TextWord>& words) const {
    // No phrase has more than four words.
    for (std::size_t count = 1; count <= 4 && count <= words.size(); ++count)
        if (match_at(words, words.size() - count) == count) return true;
    return false;
}

bool Phrases::occur_in(const std::vector<TextWord>& words, std::size_t from, std::size_t to) const {
    for (std::size_t i = from; i < std::min(to, words.size()); ++i)
        if (match_at(words, i) > 0) return true;
    return false;
}

const Phrases& joining_words() {
    static const Phrases joining = {"et", "ou", "and", "or"};
    return joining;
}

const Phrases& subject_pronouns() {
    static const Phrases pronouns = {"i",    "you",  "he",  "she",   "it",   "we",
                                     "they", "je",   "tu",  "il",    "elle", "on",
                                     "nous", "vous", "ils", "elles", "c'est"};
    return pronouns;
}

const Phrases& example_words() {
    static const Phrases examples = {"example", "examples", "exemple", "exemples"};
    return examples;
}

const Lexicon* lexicon_of(std::string_view language) {
    if (is_french(language)) {
        static const Lexicon french{french_cuts(),      french_leaning(),  french_about(),
                                    french_preparing(), french_headings(), french_context()};
        return &french;
    }
    if (language == "en" || language.substr(0, 3) == "en-") {
        static const Lexicon english{english_cuts(),      english_leaning(),  english_about(),
                                     english_preparing(), english_headings(), english_context()};
        return &english;
    }
    return nullptr;
}

const Lexicon* lexicon_of_text(std::string_view passage, const Lexicon* of_book) {
    constexpr std::size_t least_small_words = 2, longest_read = 800, most_of_them = 6;
    static const Phrases english = {
        "the",     "of",   "and",  "to",    "is", "are",    "you",  "with", "for",   "this",
        "that",    "it",   "by",   "in",    "be", "can",    "from", "have", "has",   "will",
        "when",    "your", "us",   "an",    "as", "should", "must", "not",  "their", "our",
        "without", "here", "some", "there", "we", "all",    "any"};
    static const Phrases french = {"le", "la", "les",  "l'",   "de",  "des", "du",
                                   "d'", "et", "est",  "un",   "une", "que", "qui",
                                   "en", "au", "vous", "pour", "dans"};
    if (!of_book) return nullptr;
    const auto words = words_in(passage, {0, std::min(passage.size(), longest_read)});
    const auto count = [&](const Phrases& small) {
        std::size_t found = 0;
        for (std::size_t i = 0; i < words.size(); ++i) found += small.match_at(words, i) > 0;
        return found;
    };
    const bool is_french = of_book->has_infinitives;
    const std::size_t own = count(is_french ? french : english);
    const std::size_t other = count(is_french ? english : french);
    const bool is_other = other >= least_small_words && other >= most_of_them * own;
    return is_other ? lexicon_of(is_french ? "en" : "fr") : of_book;
}

}  // namespace triptych::deck
