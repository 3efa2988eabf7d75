#include "deck/sentence/pointers.hpp"

#include <algorithm>
#include <array>
#include <string_view>

#include "base/text.hpp"
#include "deck/sentence/cut.hpp"
#include "deck/split/text.hpp"

namespace triptych::deck {
namespace {

constexpr std::size_t least_behind_pointer = 3;  // words kept
constexpr std::size_t longest_order = 12, longest_label = 4, longest_name = 4;

/// What books count, in languages that have lists of words or not.
const Phrases& counted_things() {
    static const Phrases things = {
        "figure",    "fig",     "table",    "tableau",  "listing",      "exemple",   "example",
        "section",   "chapter", "chapitre", "encadré",  "illustration", "schéma",    "appendix",
        "abbildung", "abb",     "tabelle",  "beispiel", "kapitel",      "abschnitt", "figura",
        "tabla",     "tabella", "tabela",   "capítulo", "capitolo",     "sidebar",   "exhibit"};
    return things;
}

/// "3", "12-9", or a single letter: what a counted thing is called by.
bool counts(std::string_view word) {
    return !word.empty() && ((word.front() >= '0' && word.front() <= '9') ||
                             (word.size() == 1 && word.front() >= 'a' && word.front() <= 'd'));
}

/// "donnée plus haut", but not "le plus haut": where something was said.
bool is_told_elsewhere(const std::vector<TextWord>& words, std::size_t at) {
    static const Phrases higher = {"plus haut", "plus bas"};
    static constexpr std::array<std::string_view, 8> endings = {"é",  "ée",  "és", "ées",
                                                                "it", "ite", "vu", "vue"};
    const std::string_view before = words[at - 1].folded;
    return higher.match_at(words, at) > 0 &&
           std::any_of(endings.begin(), endings.end(),
                       [&](std::string_view ending) { return before.ends_with(ending); });
}

bool is_here(const TextWord& word) { return word.folded == "here" || word.folded == "ici"; }

/// "in brackets; here 25750": of an example that stands elsewhere.
bool is_shown_here(const FlatText& flat, const std::vector<TextWord>& words, std::size_t at) {
    const std::string_view between = flat.at({words[at - 1].range.end, words[at].range.begin});
    return is_here(words[at]) && at + 1 < words.size() &&
           between.find_first_of(",;(") != std::string_view::npos;
}

/// "Glossary: gate, hinge.": a text, and what is to be read in it.
bool names_text(const FlatText& flat, const std::vector<TextWord>& words, Range range,
                const Lexicon& lexicon) {
    const std::string_view text = flat.at(range);
    const std::size_t colon = text.find(':');
    if (colon == std::string_view::npos || count_words(text.substr(0, colon)) > longest_label)
        return false;
    bool is_text = false;
    for (std::size_t i = 0; i < words.size() && words[i].range.begin < range.begin + colon; ++i)
        is_text = is_text || lexicon.reading.match_at(words, i) > 0;
    std::string_view names = text::trim(text.substr(colon + 1));
    if (names.ends_with('.')) names.remove_suffix(1);
    for (const std::string_view name : text::split(names, ','))
        is_text = is_text && count_words(name) <= longest_name;
    return is_text && !names.empty();
}

/// "Go to the section Gates to learn how", "Allez au chapitre 3", but not where something is to be
/// done there: "Go to the section Gates and click".
bool goes_to_text(const std::vector<TextWord>& words) {
    static const Phrases going = {
        "allez à",       "allez au",   "allez aux",  "rendez-vous à", "rendez-vous au",
        "rendez vous à", "passez à",   "passez au",  "filez à",       "rendez vous au",
        "go to",         "head to",    "jump to",    "skip to",       "turn to",
        "move on to",    "proceed to", "go back to", "head over to",  "go and read",
        "go read"};
    static const Phrases texts = {"section",   "sections", "chapter",  "chapters", "chapitre",
                                  "chapitres", "annexe",   "appendix", "article",  "partie",
                                  "rubrique",  "tutorial", "tutoriel", "guide",    "documentation"};
    static const Phrases doing = {"click",  "select", "press", "choose",   "enter",  "open",
                                  "fill",   "add",    "set",   "download", "type",   "copy",
                                  "create", "check",  "tick",  "find",     "change", "turn"};
    constexpr std::size_t most_before_text = 4;
    const std::size_t count = going.match_at(words, 0);
    if (count == 0 || !texts.occur_in(words, count, count + most_before_text)) return false;
    for (std::size_t i = count; i + 1 < words.size(); ++i) {
        const bool order = doing.match_at(words, i + 1) > 0 || words[i + 1].folded.ends_with("ez");
        if (joining_words().match_at(words, i) > 0 && order) return false;
    }
    return true;
}

}  // namespace

bool names_counted_at(const std::vector<TextWord>& words, std::size_t at) {
    return at + 1 < words.size() && counted_things().match_at(words, at) == 1 &&
           counts(words[at + 1].folded);
}

bool sends_on_at(const FlatText& flat, const std::vector<TextWord>& words, std::size_t at,
                 const Lexicon& lexicon) {
    return at > 0 && lexicon.pointing.match_at(words, at) > 0 &&
           flat.at({words[at - 1].range.end, words[at].range.begin}).find_first_of(",;:") !=
               std::string_view::npos;
}

bool is_told_here(const std::vector<TextWord>& words, std::size_t at) {
    static const Phrases shown = {"shown", "given", "told"};
    static constexpr std::array<std::string_view, 6> endings = {"é",   "ée",  "és",
                                                                "ées", "its", "ed"};
    const std::string_view before = words[at - 1].folded;
    return is_here(words[at]) &&
           (shown.start({words[at - 1]}) ||
            std::any_of(endings.begin(), endings.end(),
                        [&](std::string_view ending) { return before.ends_with(ending); }));
}

bool is_counted_caption(const doc::Inlines& words) {
    const FlatText flat = flatten(words);
    const auto found = words_in(flat.text, {0, flat.text.size()});
    return !found.empty() &&
           trimmed(flat.text, {0, flat.text.size()}).begin == found.front().range.begin &&
           names_counted_at(found, 0) && !text::trim(flat.text).ends_with(':');
}

Range without_pointer(const FlatText& flat, Range range, const Lexicon& lexicon) {
    const auto words = words_in(flat.text, range);
    // "If it rings, see the rules": the half that is left would say nothing.
    if (lexicon.subordinate.start(words) || lexicon.frame.start(words)) return range;
    for (std::size_t i = least_behind_pointer; i < words.size(); ++i) {
        const Range between = {words[i - 1].range.end, words[i].range.begin};
        const std::string_view signs = text::trim(flat.at(trimmed(flat.text, between)));
        const bool parted = signs == "," || signs == ";" || signs == ":";
        // "to open, read, change" is a row of verbs.
        const bool row = lexicon.has_infinitives && is_infinitive(words[i - 1]);
        const bool points = parted && !row && lexicon.pointing.match_at(words, i) > 0 &&
                            !flat.is_inside_atom(words[i].range.begin) &&
                            !holds_hard(flat, {words[i].range.begin, range.end}, lexicon);
        const Range kept = {range.begin, words[i - 1].range.end};
        if (points && is_balanced(flat, kept) &&
            !lexicon.correlative.occur_in(words_in(flat.text, kept)))
            return kept;
    }
    return range;
}

bool names_place(const FlatText& flat, Range range) {
    static const Phrases places = {"ci-dessus",
                                   "ci-dessous",
                                   "ci-après",
                                   "previous step",
                                   "étape précédente",
                                   "lignes précédentes",
                                   "opérations précédentes"};
    static const Phrases ends = {"above", "below"};
    const auto words = words_in(flat.text, range);
    if (places.occur_in(words) || ends.end(words)) return true;
    for (std::size_t i = 0; i < words.size(); ++i)
        if (names_counted_at(words, i) || (i > 0 && is_told_elsewhere(words, i)) ||
            (i > 0 && is_shown_here(flat, words, i)))
            return true;
    return false;
}

bool sends_elsewhere(const FlatText& flat, Range inside, const Lexicon& lexicon) {
    const auto words = words_in(flat.text, inside);
    return (lexicon.sending.start(words) || lexicon.told.start(words)) &&
           !holds_hard(flat, inside, lexicon);
}

bool only_sends(const FlatText& flat, Range sentence, const Lexicon& lexicon) {
    const auto words = words_in(flat.text, sentence);
    if (lexicon.reference.start(words) || lexicon.sending.start(words)) return true;
    if (lexicon.pointer.start(words) && lexicon.pointer_place.occur_in(words)) return true;
    if (words.size() <= longest_order && lexicon.ordering.start(words) &&
        lexicon.for_more.occur_in(words))
        return true;
    return goes_to_text(words) || names_text(flat, words, sentence, lexicon);
}

}  // namespace triptych::deck
