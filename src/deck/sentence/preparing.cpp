#include <algorithm>
#include <string_view>

#include "deck/sentence/cut.hpp"
#include "deck/sentence/standing.hpp"
#include "doc/typography/letters.hpp"

/// Sentences that only lead up to what the next one says.
namespace triptych::deck {
namespace {

constexpr std::size_t longest_verdict = 10, longest_verdict_end = 5;
constexpr std::size_t most_before_past = 9, most_before_text = 6, most_before_text_verb = 4,
                      most_before_version = 3, most_before_exist = 4, longest_existence = 14;
constexpr std::size_t most_before_comparing = 3;
constexpr std::size_t most_before_plan = 10, most_before_telling = 4;
constexpr std::size_t longest_count = 12, most_behind_count = 4, longest_having = 3;
constexpr std::size_t most_before_count = 7, most_counted = 5;

std::vector<TextWord> words_of(const FlatText& flat, Range sentence, const Lexicon& lexicon) {
    return words_in(flat.text, without_opening(flat, sentence, &lexicon));
}

/// "La démarche est assez simple": of what it is like nothing is said.
bool gives_verdict(const std::vector<TextWord>& words, const Lexicon& lexicon) {
    if (words.size() > longest_verdict || !lexicon.empty_end.end(words)) return false;
    const std::size_t from = words.size() - std::min(words.size(), longest_verdict_end);
    return lexicon.copula.occur_in(words, from, words.size());
}

/// "The gate was in a poor state": a story, which no line of it tells.
bool tells_past(const std::vector<TextWord>& words, const Lexicon& lexicon) {
    for (std::size_t i = 1; i < std::min(words.size(), most_before_past); ++i) {
        if (lexicon.past_verb.match_at(words, i) == 0) continue;
        // "Keys are often used to open gates" is none.
        const std::size_t before = i - std::min<std::size_t>(i, 2);
        if (words[i].folded == "used" && lexicon.copula.occur_in(words, before, i)) continue;
        return true;
    }
    return false;
}

/// "The manual of the gate describes its hinges".
bool speaks_of_text(const std::vector<TextWord>& words, const Lexicon& lexicon) {
    for (std::size_t i = 0; i < words.size() && i < most_before_text; ++i) {
        if (lexicon.text_kind.match_at(words, i) > 0 &&
            lexicon.text_verb.occur_in(words, i + 1, i + 1 + most_before_text_verb))
            return true;
    }
    return false;
}

/// "Avant d'ouvrir le portail, nous allons d'abord décrire ses gonds".
bool tells_plan(const std::vector<TextWord>& words, const Lexicon& lexicon) {
    for (std::size_t i = 0; i < std::min(most_before_plan, words.size()); ++i) {
        const std::size_t going = lexicon.going.match_at(words, i);
        const std::size_t telling = i + going;
        if (going > 0 &&
            lexicon.telling.occur_in(words, telling, telling + 1 + most_before_telling))
            return true;
    }
    return false;
}

/// "In v4, the gate had a bell": what was before says little of what is.
bool opens_with_version(const std::vector<TextWord>& words) {
    static const Phrases within = {"in", "dans", "en"};
    if (!within.start(words)) return false;
    for (std::size_t i = 1; i < std::min(words.size(), most_before_version); ++i) {
        const std::string_view word = words[i].folded;
        if (word.size() > 1 && word[0] == 'v' &&
            doc::typography::is_digit(static_cast<unsigned char>(word[1])))
            return true;
    }
    return false;
}

/// "Des méthodes existent pour fermer le portail": it names none of them.
bool tells_existence(const FlatText& flat, Range sentence, const std::vector<TextWord>& words) {
    static const Phrases exist = {"exist", "existent", "do exist"};
    for (std::size_t i = 1; i < std::min(words.size(), most_before_exist); ++i)
        if (exist.match_at(words, i) > 0 && words.size() <= longest_existence)
            return !lists_behind(flat, {words[i].range.begin, sentence.end});
    return false;
}

/// "Il y a des clés plus souples": than those of which something was said.
bool compares(const std::vector<TextWord>& words, const Lexicon& lexicon) {
    static const Phrases others = {"que", "qu'", "than"};
    const std::size_t opening = lexicon.existential.match_at(words, 0);
    const std::size_t end = std::min(words.size(), opening + most_before_comparing);
    for (std::size_t i = opening; opening > 0 && i < end; ++i)
        if (lexicon.comparing.match_at(words, i) > 0) return !others.occur_in(words);
    return false;
}

/// "comes with", right before what is counted.
bool has_thing_before(const std::vector<TextWord>& words, std::size_t at, const Lexicon& lexicon) {
    for (std::size_t back = 1; back <= longest_having && back <= at; ++back)
        if (lexicon.having.match_at(words, at - back) == back) return true;
    return false;
}

/// "Plusieurs portails sont possibles": which is not told.
bool only_counts_them(const FlatText& flat, Range sentence, const std::vector<TextWord>& words,
                      const Lexicon& lexicon) {
    for (std::size_t i = 0; i < std::min(words.size(), most_before_count); ++i) {
        const std::size_t count =
            std::max(lexicon.many.match_at(words, i), lexicon.some.match_at(words, i));
        const bool opens = i == 0 || flat.at({sentence.begin, words[i].range.begin}).find(',') !=
                                         std::string_view::npos;
        if (count == 0 || !opens) continue;
        for (std::size_t verb = i + count; verb <= i + count + most_counted; ++verb)
            if (lexicon.available.match_at(words, verb) > 0)
                return !lists_behind(flat, {words[verb].range.begin, sentence.end});
    }
    return false;
}

/// "When the gardeners met, they gave you a key": takes for granted what happened.
bool tells_story(const FlatText& flat, const std::vector<TextWord>& words, const Lexicon& lexicon) {
    static const Phrases when = {"when", "after", "lorsque", "lorsqu'", "quand", "après"};
    static const Phrases past = {"gave", "told", "said", "took",  "spoke", "showed", "went",
                                 "came", "saw",  "knew", "began", "wrote", "chose",  "made",
                                 "got",  "met",  "sent", "were",  "was",   "had"};
    static const Phrases perfect = {"a", "ai", "as", "ont", "avons", "avez"};
    if (!when.start(words)) return false;
    for (std::size_t i = 1; i + 2 < words.size(); ++i) {
        const std::string_view signs = flat.at({words[i - 1].range.end, words[i].range.begin});
        if (signs.find(',') == signs.npos) continue;
        if (lexicon.pronouns.match_at(words, i) == 0) return false;
        const std::string_view verb = words[i + 1].folded;
        // "we need to" tells none.
        if (!lexicon.has_infinitives)
            return past.match_at(words, i + 1) > 0 ||
                   (verb.ends_with("ed") && !verb.ends_with("eed"));
        // "il vous a donné"
        return perfect.occur_in(words, i + 1, i + 1 + longest_having);
    }
    return false;
}

}  // namespace

bool only_says_many(const FlatText& flat, Range sentence, const Lexicon& lexicon) {
    static const Phrases relatives = {"qui", "dont", "où", "who", "which", "that", "where"};
    const auto words = words_of(flat, sentence, lexicon);
    const std::size_t opening = lexicon.existential.match_at(words, 0);
    const std::size_t many = lexicon.uncounted.match_at(words, opening);
    if (opening == 0 || many == 0 || relatives.occur_in(words)) return false;
    return !lists_behind(flat, {words[opening + many - 1].range.end, sentence.end});
}

bool prepares(const FlatText& flat, Range sentence, const Lexicon& lexicon) {
    const auto words = words_of(flat, sentence, lexicon);
    return lexicon.scene.start(words) || lexicon.scene_word.occur_in(words) ||
           gives_verdict(words, lexicon) || tells_past(words, lexicon) ||
           speaks_of_text(words, lexicon) || tells_plan(words, lexicon) ||
           opens_with_version(words) || tells_story(flat, words, lexicon) ||
           tells_existence(flat, sentence, words) || compares(words, lexicon);
}

bool may_prepare(const FlatText& flat, Range sentence, const Lexicon& lexicon) {
    return lexicon.weak.start(words_of(flat, sentence, lexicon));
}

bool speaks_for_itself(const doc::Inlines& words, const Lexicon& lexicon) {
    const auto found = words_in(words);
    return lexicon.normative.occur_in(found) || lexicon.self_spoken.start(found) ||
           lexicon.impersonal.start(found) || lexicon.subordinate.start(found) ||
           (lexicon.has_infinitives && !found.empty() && is_infinitive(found.front()));
}

bool only_counts(const FlatText& flat, Range sentence, const Lexicon& lexicon) {
    const auto words = words_of(flat, sentence, lexicon);
    if (only_counts_them(flat, sentence, words, lexicon)) return true;
    std::size_t before = 0, opening = 0;
    while (opening == 0 && before < std::min(words.size(), most_before_count))
        opening = lexicon.existential.match_at(words, before++);
    if (opening > 0) opening += before - 1;
    for (std::size_t i = opening; i < words.size(); ++i) {
        const std::size_t count = lexicon.many.match_at(words, i);
        if (count == 0) continue;
        // "several ways" announces.
        if (lexicon.kinds.occur_in(words, i + count, i + count + 2)) return false;
        const bool at_front = opening > 0 && i <= opening + 1;
        const bool at_end = i > 1 && words.size() <= longest_count &&
                            words.size() - i - count <= most_behind_count &&
                            has_thing_before(words, i, lexicon);
        if (at_front || at_end) return !lists_behind(flat, {words[i].range.begin, sentence.end});
    }
    return false;
}

}  // namespace triptych::deck
