#include "deck/gist/leads.hpp"

#include <algorithm>
#include <string>

#include "deck/gist/claims.hpp"
#include "deck/sentence/cut.hpp"
#include "deck/sentence/sentences.hpp"
#include "deck/sentence/standing.hpp"
#include "deck/split/text.hpp"
#include "doc/walk.hpp"

namespace triptych::deck {
namespace {

constexpr std::size_t longest_joined_label = 28, longest_question_opening = 3;  // words
constexpr std::size_t least_compared = 8, most_compared = 24;                   // bytes

}  // namespace

bool is_from(const doc::Inlines& claim, const doc::Inlines& sentence) {
    constexpr std::size_t longest_letter = 2;  // bytes
    const std::string text = doc::plain_text(claim);
    if (text.size() < longest_letter + least_compared) return false;
    return doc::plain_text(sentence).find(text.substr(longest_letter, most_compared)) !=
           std::string::npos;
}

namespace {

/// "… The shed is closed at night." is the end of a claim of two sentences.
bool ends_in(const doc::Inlines& claim, const doc::Inlines& sentence) {
    return doc::plain_text(claim).ends_with(doc::plain_text(sentence));
}

}  // namespace

std::optional<doc::Inlines> lead_under(const doc::Inlines& claim, const doc::Inlines& title,
                                       const LedList& led, const Lexicon* of_book) {
    const Lexicon* lexicon = lexicon_of_text(doc::plain_text(led.label), of_book);
    doc::Inlines shown = claim;
    if (!is_blank(claim)) shown.insert(shown.end(), title.begin(), title.end());
    const bool leans = lexicon && (leans_on_sentence(led.label, lexicon) ||
                                   leans_on_unshown(led.label, shown, lexicon));
    const bool nowhere = is_blank(led.before) && is_blank(claim);
    if (nowhere && leans_on_thing(led.label, lexicon)) return std::nullopt;
    if (!leans || is_blank(led.before) || is_from(claim, led.before) || ends_in(claim, led.before))
        return led.label;
    const FlatText flat = flatten(led.before);
    const bool joins = stands_alone(flat, {0, flat.text.size()}, *lexicon) &&
                       has_stop(led.before) &&
                       count_words(led.before) + count_words(led.label) <= longest_joined_label;
    if (!joins) return std::nullopt;
    doc::Inlines both = led.before;
    both.push_back({doc::Text{" "}, {}});
    both.insert(both.end(), led.label.begin(), led.label.end());
    return both;
}

bool speaks_of_lead(const Point& point) {
    static const Phrases pronouns = {"it", "they", "il", "elle", "ils", "elles"};
    static const Phrases impersonal = {"il faut",   "il s'agit", "il y a",
                                       "il est",    "il n'y a",  "il convient",
                                       "il existe", "il suffit", "it is"};
    static const Phrases means = {"en", "by"},
                         own = {"son", "sa", "ses", "leur", "leurs", "its", "their"};
    const doc::Inlines& said = point.head.empty() ? point.tail : point.head;
    const auto words = words_in(said);
    return (pronouns.start(words) && !impersonal.start(words)) ||
           (asks(said) &&
            pronouns.occur_in(words, 0, std::min(words.size(), longest_question_opening)) &&
            !impersonal.occur_in(words)) ||
           (means.start(words) && own.occur_in(words));
}

bool counts_more(const PointColumn& column, const Lexicon* lexicon) {
    if (!lexicon || column.points.size() != 1 || column.more == 0) return false;
    const FlatText flat = flatten(column.label);
    return counts_ways(flat, without_colon(flat, {0, flat.text.size()}), *lexicon);
}

}  // namespace triptych::deck
