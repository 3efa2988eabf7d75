#include <string_view>

#include "base/text.hpp"
#include "deck/sentence/cut.hpp"

/// What a sentence opens with, holds and ends in, by the lists of its language.
namespace triptych::deck {

Range without_opening(const FlatText& flat, Range sentence, const Lexicon* lexicon) {
    std::string_view text = flat.at(sentence);
    std::size_t at = 0;
    while (at < text.size() && (std::string_view("0123456789.").find(text[at]) != text.npos)) ++at;
    const bool counted = at > 1 && text[at - 1] == '.';
    const bool lettered = text.size() > 2 && text[1] == ')' && text[0] >= 'a' && text[0] <= 'z';
    if (lettered) at = 2;
    if ((counted || lettered) && at < text.size() && text[at] == ' ')
        sentence = trimmed(flat.text, {sentence.begin + at, sentence.end});
    if (!lexicon) return sentence;
    const auto words = words_in(flat.text, sentence);
    const std::size_t count = lexicon->connectors.match_at(words, 0);
    if (count == 0 || count >= words.size()) return sentence;
    const Range between = {words[count - 1].range.end, words[count].range.begin};
    const std::string_view signs = text::trim(flat.at(between));
    if (signs.empty() || (signs.front() != ',' && !signs.ends_with(':'))) return sentence;
    return trimmed(flat.text, {between.end, sentence.end});
}

namespace {

/// "It is, however, closed at night."
bool turns_inside(const FlatText& flat, const std::vector<TextWord>& words,
                  const Lexicon& lexicon) {
    constexpr std::size_t most_before_turn = 8;
    const auto ends_in_comma = [&](std::size_t i) {
        return flat.text.find(',', words[i].range.end) < words[i + 1].range.begin;
    };
    for (std::size_t i = 1; i + 1 < std::min(most_before_turn, words.size()); ++i)
        if (lexicon.turn.match_at(words, i) == 1 && ends_in_comma(i - 1) && ends_in_comma(i))
            return true;
    return false;
}

}  // namespace

bool opens_with_verdict(const FlatText& flat, Range range) {
    static const Phrases verdicts = {"no",   "yes",   "non",        "oui",     "do",   "don't",
                                     "bad",  "good",  "wrong",      "right",   "faux", "vrai",
                                     "true", "false", "instead of", "instead", "use"};
    const auto words = words_in(flat.text, range);
    const std::size_t count = verdicts.match_at(words, 0);
    if (count == 0) return false;
    const std::size_t end = count < words.size() ? words[count].range.begin : range.end;
    const std::string_view signs = flat.at({words[count - 1].range.end, end});
    return signs.find(':') != std::string_view::npos;
}

bool opens_with_contrast(const FlatText& flat, Range sentence, const Lexicon& lexicon) {
    const auto words = words_in(flat.text, sentence);
    return lexicon.contrast.start(words) || lexicon.denial.start(words) ||
           opens_with_verdict(flat, sentence) || turns_inside(flat, words, lexicon);
}

bool ends_in_pointer(const std::vector<TextWord>& words, const Lexicon& lexicon) {
    constexpr std::size_t most_behind_these = 3;
    for (std::size_t back = 2; back <= most_behind_these && back <= words.size(); ++back)
        if (lexicon.these.match_at(words, words.size() - back) > 0) return true;
    return false;
}

bool lists_behind(const FlatText& flat, Range range) {
    static const Phrases purposes = {"pour", "afin", "to", "in order", "so that", "which", "qui"};
    const std::string_view text = flat.at(range);
    const std::size_t comma = text.find(',');
    const bool tells = comma != text.npos &&
                       !purposes.start(words_in(flat.text, {range.begin + comma, range.end}));
    return tells || text.find_first_of(":;(") != text.npos || text.find("–") != text.npos ||
           text.find("—") != text.npos;
}

Range without_colon(const FlatText& flat, Range range) {
    range = trimmed(flat.text, range);
    if (flat.at(range).ends_with(':')) range = trimmed(flat.text, {range.begin, range.end - 1});
    return range;
}

bool holds_hard(const FlatText& flat, Range range, const Lexicon& lexicon) {
    const auto words = words_in(flat.text, range);
    if (lexicon.hard.occur_in(words)) return true;
    // "ne … que": nothing but.
    bool negated = false;
    for (const auto& word : words) {
        if (word.folded == "ne" || word.folded == "n'") negated = true;
        if (negated && (word.folded == "que" || word.folded == "qu'")) return true;
    }
    return false;
}

bool holds_soft(const FlatText& flat, Range range, const Lexicon& lexicon) {
    return lexicon.soft.occur_in(words_in(flat.text, range));
}

}  // namespace triptych::deck
