#include "gitbook/book/language.hpp"

#include <algorithm>
#include <array>

namespace triptych::gitbook {
namespace {

constexpr std::size_t sample = 20'000;

bool is_letter(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c & 0x80); }

template <std::size_t Count>
bool among(const std::array<std::string_view, Count>& words, std::string_view word) {
    return std::find(words.begin(), words.end(), word) != words.end();
}

}  // namespace

LanguageVotes count_votes(std::string_view text) {
    constexpr std::array<std::string_view, 10> french = {"le", "la",  "les", "des",  "et",
                                                         "du", "une", "est", "pour", "dans"};
    constexpr std::array<std::string_view, 10> english = {"the", "and", "of",   "to",   "is",
                                                          "for", "you", "this", "with", "your"};
    text = text.substr(0, sample);
    LanguageVotes votes;
    for (std::size_t at = 0; at < text.size();) {
        std::size_t end = at;
        while (end < text.size() && is_letter(text[end])) ++end;
        const auto word = text.substr(at, end - at);
        votes.french += among(french, word) ? 1 : 0;
        votes.english += among(english, word) ? 1 : 0;
        at = end + 1;
    }
    return votes;
}

std::string_view winner(const LanguageVotes& votes) {
    return votes.english > votes.french ? "en" : "fr";
}

}  // namespace triptych::gitbook
