#pragma once

#include <algorithm>
#include <array>
#include <cstddef>
#include <string_view>

#include "base/words.hpp"

/// Tables of words, a file a language: `base/every_language.def` includes them all.
namespace triptych {

inline constexpr std::size_t languages_spoken = 37;

struct NamedWord {
    std::string_view name, text;
};

template <std::size_t count>
struct Vocabulary {
    std::string_view tag;  ///< as `vocabulary_tag` gives it
    std::array<NamedWord, count> words;
};
template <std::size_t count>
using Vocabularies = std::array<Vocabulary<count>, languages_spoken>;

/// Whether every language has every word, in the order of the first.
template <typename Table>
constexpr bool is_complete(const Table& all) {
    for (const auto& one : all)
        for (std::size_t i = 0; i < one.words.size(); ++i)
            if (one.words[i].name != all[0].words[i].name || one.words[i].text.empty())
                return false;
    return true;
}

/// That of `language` (BCP 47); English where nothing is known of it.
template <std::size_t count>
const Vocabulary<count>& vocabulary_of(const Vocabularies<count>& all, std::string_view language) {
    const auto tag = vocabulary_tag(language);
    const auto found =
        std::find_if(all.begin(), all.end(), [&](const auto& one) { return one.tag == tag; });
    return found == all.end() ? all.front() : *found;
}

}  // namespace triptych
