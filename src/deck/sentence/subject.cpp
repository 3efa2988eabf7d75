#include <algorithm>
#include <string_view>

#include "deck/sentence/cut.hpp"
#include "deck/sentence/standing.hpp"
#include "doc/walk.hpp"

/// What a sentence promises, and what it speaks of.
namespace triptych::deck {
namespace {

constexpr std::size_t shortest_subject = 3, subject_stem = 5;  // bytes
constexpr std::size_t shortest_root = 3, longest_ending = 4, longest_acronym = 4;

/// "SSH", "URLs": short, but a name.
bool is_acronym(std::string_view word) {
    if (word.ends_with('s')) word.remove_suffix(1);
    return word.size() > 1 && word.size() <= longest_acronym &&
           std::all_of(word.begin(), word.end(), [](char c) { return c >= 'A' && c <= 'Z'; });
}

/// The same word, whatever its ending: "log" and "Logging", "gate" and "gates".
bool is_same_word(std::string_view said, std::string_view subject) {
    if (said.starts_with(subject.substr(0, subject_stem))) return true;
    return said.size() >= shortest_root && subject.starts_with(said) &&
           subject.size() - said.size() <= longest_ending;
}

bool is_same_acronym(std::string_view said, std::string_view subject) {
    const auto bare = [](std::string_view word) {
        return word.ends_with('s') ? word.substr(0, word.size() - 1) : word;
    };
    return bare(said) == bare(subject);
}

bool ends_sentence(char sign) { return sign == '.' || sign == '?' || sign == '!' || sign == ':'; }

bool names(std::string_view word) {
    return std::any_of(word.begin(), word.end(), [](char c) {
        return (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '_';
    });
}

bool holds_code(const doc::Inlines& words) {
    return std::any_of(words.begin(), words.end(), [](const doc::Inline& node) {
        bool found = std::holds_alternative<doc::Code>(node.node);
        doc::for_each_child(node,
                            [&](const doc::Inlines& inner) { found = found || holds_code(inner); });
        return found;
    });
}

constexpr std::size_t longest_repetition = 12;  // words

bool is_small_word(const TextWord& word, const Lexicon& lexicon) {
    return lexicon.function.start({word}) || lexicon.subordinate.start({word});
}

}  // namespace

bool counts_ways(const FlatText& flat, Range sentence, const Lexicon& lexicon) {
    const auto words = words_in(flat.text, sentence);
    for (std::size_t i = 0; i < words.size(); ++i) {
        const std::size_t count =
            std::max(lexicon.some.match_at(words, i), lexicon.many.match_at(words, i));
        if (count == 0) continue;
        for (std::size_t kind = i + count; kind < words.size() && kind <= i + count + 2; ++kind) {
            if (lexicon.kinds.match_at(words, kind) == 0) continue;
            return !lists_behind(flat, {words[kind].range.end, sentence.end});
        }
    }
    return false;
}

bool announces(const FlatText& flat, Range sentence, const Lexicon& lexicon) {
    return lexicon.announced.occur_in(words_in(flat.text, sentence)) ||
           only_counts(flat, sentence, lexicon) || counts_ways(flat, sentence, lexicon);
}

bool names_particular(const doc::Inlines& words) {
    if (holds_code(words)) return true;
    const FlatText flat = flatten(words);
    bool opens = true;
    for (const TextWord& word : words_in(flat.text, {0, flat.text.size()})) {
        const std::string_view shown = flat.at(word.range);
        // Every sentence opens with a capital.
        if (names(opens ? shown.substr(1) : shown)) return true;
        opens = word.range.end < flat.text.size() && ends_sentence(flat.text[word.range.end]);
    }
    return false;
}

bool names_subject(const doc::Inlines& words, const doc::Inlines& title, const Lexicon& lexicon) {
    const FlatText title_flat = flatten(title);
    const auto said = words_in(words);
    bool has_subject = false;
    for (const TextWord& subject : words_in(title_flat.text, {0, title_flat.text.size()})) {
        const bool acronym = is_acronym(title_flat.at(subject.range));
        const bool names = (acronym || subject.folded.size() >= shortest_subject) &&
                           !is_small_word(subject, lexicon) && !lexicon.generic.start({subject});
        if (!names) continue;
        has_subject = true;
        for (const TextWord& word : said) {
            if (acronym
                    ? is_same_acronym(word.folded, subject.folded)
                    : !is_small_word(word, lexicon) && is_same_word(word.folded, subject.folded))
                return true;
        }
    }
    return !has_subject;
}

bool speaks_of_listing(const doc::Inlines& words, const doc::Inlines& title,
                       const Lexicon& lexicon) {
    const auto said = words_in(words);
    const std::size_t edit = lexicon.edit.match_at(said, 0);
    std::size_t shown = lexicon.shown.match_at(said, 0);
    if (shown > 0 && lexicon.showing.match_at(said, shown) == 0) shown = 0;
    const std::size_t end = std::max(edit, shown);
    // "Run the command `open`" names it.
    if (end == 0 || holds_code(words)) return false;
    const auto named = words_in(title);
    return std::none_of(named.begin(), named.end(), [&](const TextWord& subject) {
        return subject.folded.size() >= shortest_subject &&
               is_same_word(said[end - 1].folded, subject.folded);
    });
}

bool repeats_title(const doc::Inlines& words, const doc::Inlines& title, const Lexicon& lexicon) {
    const auto said = words_in(words), named = words_in(title);
    if (said.empty() || named.empty() || said.size() > longest_repetition) return false;
    if (lexicon.normative.occur_in(said) || lexicon.hard.occur_in(said) ||
        lexicon.soft.occur_in(said))
        return false;
    bool names_it = false, idles = false;
    for (const TextWord& word : said) {
        if (lexicon.idle.start({word})) {
            idles = true;
            continue;
        }
        if (is_small_word(word, lexicon)) continue;
        const bool in_title = word.folded.size() >= shortest_subject &&
                              std::any_of(named.begin(), named.end(), [&](const TextWord& subject) {
                                  return subject.folded.size() >= shortest_subject &&
                                         is_same_word(word.folded, subject.folded);
                              });
        if (!in_title) return false;
        names_it = true;
    }
    return names_it && (idles || said.size() <= named.size() + 1);
}

}  // namespace triptych::deck
