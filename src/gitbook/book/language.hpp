#pragma once

#include <string_view>

namespace triptych::gitbook {

/// How often the most common words of a language stand in a text.
struct LanguageVotes {
    unsigned french = 0, english = 0;
};
/// Counts them in the first 20,000 bytes of `text`.
LanguageVotes count_votes(std::string_view text);
/// "fr" or "en"; "fr" when nothing speaks for either.
std::string_view winner(const LanguageVotes& votes);

}  // namespace triptych::gitbook
