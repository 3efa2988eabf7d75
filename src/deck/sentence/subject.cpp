#include <string_view>

#include "deck/sentence/standing.hpp"

/// What a sentence promises, and what it speaks of.
namespace triptych::deck {
namespace {

constexpr std::size_t shortest_subject = 4, subject_stem = 5;  // bytes

}  // namespace

bool announces(const FlatText& flat, Range sentence, const Lexicon& lexicon) {
    const auto words = words_in(flat.text, sentence);
    if (lexicon.announced.occur_in(words)) return true;
    for (std::size_t i = 0; i < words.size(); ++i) {
        const std::size_t count = lexicon.some.match_at(words, i);
        if (count == 0) continue;
        for (std::size_t kind = i + count; kind < words.size() && kind <= i + count + 2; ++kind) {
            if (lexicon.kinds.match_at(words, kind) == 0) continue;
            // Behind a sign stands what is announced.
            const std::string_view rest = flat.at({words[kind].range.end, sentence.end});
            return rest.find_first_of(",:;(") == std::string_view::npos &&
                   rest.find("–") == std::string_view::npos &&
                   rest.find("—") == std::string_view::npos;
        }
    }
    return false;
}

bool names_subject(const doc::Inlines& words, const doc::Inlines& title, const Lexicon& lexicon) {
    const FlatText flat = flatten(words), title_flat = flatten(title);
    const auto said = words_in(flat.text, {0, flat.text.size()});
    bool has_subject = false;
    for (const TextWord& subject : words_in(title_flat.text, {0, title_flat.text.size()})) {
        const bool names = subject.folded.size() >= shortest_subject &&
                           !lexicon.function.start({subject}) &&
                           !lexicon.subordinate.start({subject});
        if (!names) continue;
        has_subject = true;
        const auto stem = std::string_view(subject.folded).substr(0, subject_stem);
        for (const TextWord& word : said)
            if (word.folded.starts_with(stem)) return true;
    }
    return !has_subject;
}

}  // namespace triptych::deck
