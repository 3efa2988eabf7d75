#include <algorithm>

#include "base/text.hpp"
#include "deck/sentence/pointers.hpp"
#include "deck/sentence/sentences.hpp"
#include "deck/sentence/standing.hpp"
#include "deck/sentence/waymark.hpp"
#include "deck/split/text.hpp"

/// What leads to a list.
namespace triptych::deck {
namespace {

/// Without "However," or "But" in front: what leads to a list that is shown turns against nothing
/// there.
Range without_turn(const FlatText& flat, Range lead, const Lexicon& lexicon) {
    const auto words = words_in(flat.text, lead);
    constexpr std::size_t least_behind = 3;
    static const Phrases joins = {"but", "mais", "so", "donc", "and", "et"};
    if (words.size() > least_behind && joins.start(words) &&
        words.front().range.begin == lead.begin)
        return {words[1].range.begin, lead.end};
    const std::size_t count =
        std::max(lexicon.turn.match_at(words, 0), lexicon.opposing.match_at(words, 0));
    if (count == 0 || count >= words.size()) return lead;
    const Range between = {words[count - 1].range.end, words[count].range.begin};
    // "In contrast to the gate, …" is no turn, nor is "however small".
    static const Phrases goes_on = {"of", "to", "with", "than", "de", "du", "des", "d'", "à", "au"};
    const bool parts =
        flat.at(between).starts_with(',') || (count > 1 && goes_on.match_at(words, count) == 0);
    return parts ? Range{between.end, lead.end} : lead;
}

}  // namespace

namespace {

std::optional<doc::Inlines> last_lead(const doc::Inlines& paragraph, const Lexicon* lexicon) {
    const FlatText flat = flatten(paragraph);
    const auto all = sentences_of(flat, lexicon);
    if (all.empty()) return std::nullopt;
    const Range opened = without_opening(flat, all.back(), lexicon);
    const Range bare = lexicon ? without_turn(flat, opened, *lexicon) : opened;
    auto lead = slice(paragraph, {bare});
    if (bare.begin != all.back().begin) capitalise(lead);
    return lead;
}

}  // namespace

std::optional<doc::Inlines> lead_in(const doc::Inlines& paragraph, const Lexicon* lexicon) {
    return leads_on(paragraph) ? last_lead(paragraph, lexicon) : std::nullopt;
}

std::optional<doc::Inlines> open_lead_in(const doc::Inlines& paragraph, const Lexicon* lexicon) {
    constexpr std::size_t least_words = 3;
    if (!lexicon || is_waymark(paragraph) || is_counted_caption(paragraph) ||
        points_elsewhere(paragraph))
        return std::nullopt;
    const FlatText flat = flatten(paragraph);
    const Range all = trimmed(flat.text, {0, flat.text.size()});
    const auto words = words_in(flat.text, all);
    const bool open =
        !words.empty() && (words.back().range.end == all.end ||
                           text::trim(flat.at({words.back().range.end, all.end})) == ",");
    if (words.size() < least_words || !open || flat.is_inside_atom(all.end - 1))
        return std::nullopt;
    return last_lead(paragraph, lexicon);
}

std::optional<doc::Inlines> stopped_lead_in(const doc::Inlines& paragraph, const Lexicon* lexicon) {
    if (!lexicon || leads_on(paragraph)) return std::nullopt;
    const FlatText flat = flatten(paragraph);
    const auto all = sentences_of(flat, lexicon);
    static const Phrases lists = {"following list", "following table", "liste suivante",
                                  "tableau suivant"};
    const auto words = all.empty() ? std::vector<TextWord>() : words_in(flat.text, all.back());
    // "The following list shows all gates." speaks of the list, not of gates; and who
    // sends on leads to none.
    if (!lexicon->announced.occur_in(words) || lists.occur_in(words)) return std::nullopt;
    for (std::size_t i = 0; i < words.size(); ++i)
        if (sends_on_at(flat, words, i, *lexicon)) return std::nullopt;
    return last_lead(paragraph, lexicon);
}

std::optional<doc::Inlines> sentence_from_end(const doc::Inlines& paragraph, std::size_t back,
                                              const Lexicon* lexicon) {
    const FlatText flat = flatten(paragraph);
    const auto all = sentences_of(flat, lexicon);
    if (all.size() <= back) return std::nullopt;
    return slice(paragraph, {all[all.size() - 1 - back]});
}

bool leans_on_sentence(const doc::Inlines& lead, const Lexicon* lexicon) {
    static const Phrases whole = {"for example",
                                  "for instance",
                                  "par exemple",
                                  "cela",
                                  "ceci",
                                  "ça",
                                  "this includes",
                                  "this means",
                                  "this is",
                                  "this can",
                                  "this involves",
                                  "this requires",
                                  "this allows",
                                  "this may",
                                  "these include",
                                  "these are",
                                  "those are",
                                  "this implies",
                                  "that includes",
                                  "that means",
                                  "si cela",
                                  "si ceci",
                                  "si c'est",
                                  "if this",
                                  "if that",
                                  "if so",
                                  "dans ce cas",
                                  "in this case",
                                  "in that case",
                                  "if not",
                                  "if yes",
                                  "if no",
                                  "otherwise",
                                  "sinon",
                                  "autrement",
                                  "si oui",
                                  "si non",
                                  "dans le cas contraire",
                                  "apart from these",
                                  "apart from this",
                                  "en dehors de cela",
                                  "le faire",
                                  "ce faire",
                                  "doing so",
                                  "doing this"};
    return lexicon && (whole.start(words_in(lead)) || leans_on_thing(lead, lexicon));
}

bool leans_on_unshown(const doc::Inlines& lead, const doc::Inlines& shown, const Lexicon* lexicon) {
    constexpr std::size_t stem = 5;  // bytes
    static const Phrases bare = {
        "this is",    "this can",    "this could", "this will",  "this may",     "this has",
        "this was",   "this sounds", "this seems", "this looks", "this works",   "this means",
        "do this",    "doing this",  "to do that", "to do so",   "for this",     "of this",
        "on this",    "about this",  "with this",  "by this",    "achieve this", "le faire",
        "faire cela", "faire ceci",  "y parvenir", "y arriver",  "y remédier",   "pour cela",
        "de cela",    "avec cela"};
    static const Phrases determiners = {"this", "these", "that",  "those",
                                        "ce",   "cet",   "cette", "ces"};
    if (!lexicon || is_blank(shown)) return false;
    const auto words = words_in(lead), named = words_in(shown);
    for (std::size_t i = 0; i < words.size(); ++i) {
        const std::size_t count = bare.match_at(words, i);
        // "This gate is …" is no bare "this", nor is "for this gate".
        const bool names = count > 0 && determiners.match_at({words[i + count - 1]}, 0) > 0 &&
                           i + count < words.size() &&
                           lexicon->function.match_at(words, i + count) == 0 &&
                           lexicon->pronouns.match_at(words, i + count) == 0;
        if (count > 0 && !names) return true;
    }
    if (words.size() < 2 || !determiners.start(words) ||
        lexicon->free_demonstrative.match_at(words, 0) > 0 ||
        lexicon->function.match_at(words, 1) > 0 || lexicon->copula.match_at(words, 1) > 0)
        return false;
    const auto noun = std::string_view(words[1].folded).substr(0, stem);
    return std::none_of(named.begin(), named.end(),
                        [&](const TextWord& word) { return word.folded.starts_with(noun); });
}

bool leans_on_thing(const doc::Inlines& lead, const Lexicon* lexicon) {
    static const Phrases things = {"ceux-ci",    "celles-ci",      "celui-ci",     "celle-ci",
                                   "ce dernier", "cette dernière", "ces derniers", "ces dernières",
                                   "the latter", "the former",     "that",         "those"};
    return lexicon && things.start(words_in(lead));
}

bool says_enough(const doc::Inlines& lead, const Lexicon* lexicon) {
    const FlatText flat = flatten(lead);
    const Range all = trimmed(flat.text, {0, flat.text.size()});
    if (!lexicon) return true;
    const auto words = words_in(flat.text, all);
    return !is_empty_label(lead, *lexicon) && !ends_in_pointer(words, *lexicon) &&
           !announces(flat, all, *lexicon) && !lexicon->some.occur_in(words) &&
           !lexicon->function.end(words) && !lexicon->announcing.end(words) &&
           !lexicon->deictic.occur_in(words);
}

bool leans(const doc::Inlines& lead, const Lexicon* lexicon) {
    if (!lexicon) return false;
    const FlatText flat = flatten(lead);
    const Range all = trimmed(flat.text, {0, flat.text.size()});
    return leads_from_before(flat, all, *lexicon) || prepares(flat, all, *lexicon);
}

namespace {

/// "Here is what never to do:"
bool denies(const std::vector<TextWord>& words) {
    static const Phrases negative = {"not", "never",  "don't", "avoid",  "no",     "wrong", "ne",
                                     "n'",  "jamais", "pas",   "éviter", "évitez", "bad"};
    return negative.occur_in(words);
}

}  // namespace

bool restricts(const doc::Inlines& lead, const Lexicon* lexicon) {
    if (!lexicon) return true;
    const FlatText flat = flatten(lead);
    const Range all = {0, flat.text.size()};
    const auto words = words_in(flat.text, all);
    return holds_hard(flat, all, *lexicon) || denies(words) || lexicon->function.end(words) ||
           ends_in_bare_clause(words, *lexicon);
}

bool may_go(const doc::Inlines& lead, const Lexicon* lexicon) {
    constexpr std::size_t longest_filler = 3;
    if (!lexicon) return false;
    const FlatText flat = flatten(lead);
    const Range whole = trimmed(flat.text, {0, flat.text.size()});
    const Range all = without_colon(flat, whole);
    const auto words = words_in(flat.text, all);
    // "Then:"
    const bool only_goes_on =
        words.size() == 1 && (lexicon->connectors.start(words) || lexicon->anaphora.start(words));
    if (only_goes_on) return true;
    const bool fills = lexicon->filler.start(words);
    const bool leans =
        fills || leads_from_before(flat, whole, *lexicon) || prepares(flat, whole, *lexicon);
    if (words.empty() || !leans) return false;
    // "In this example:" says of what its list speaks, "other than in summer" of what it does not.
    static const Phrases excepts = {"other than", "apart from", "aside from", "except", "save for",
                                    "sauf",       "hormis",     "excepté",    "hors",   "à part"};
    if (lexicon->frame.start(words) || excepts.start(words)) return false;
    if (fills && words.size() <= longest_filler) return true;
    if (fills && denies(words)) return false;
    const bool only_leads = fills || announces(flat, all, *lexicon) ||
                            lexicon->announcing.end(words) || lexicon->leaning_end.end(words);
    // What it says but for the word that it opens with.
    return only_leads && !ends_in_bare_clause(words, *lexicon) &&
           !holds_hard(flat, {words.front().range.end, all.end}, *lexicon);
}

bool is_conditional(const doc::Inlines& words, const Lexicon* lexicon) {
    if (!lexicon) return true;
    const FlatText flat = flatten(words);
    const Range all = {0, flat.text.size()};
    return holds_hard(flat, all, *lexicon) || holds_soft(flat, all, *lexicon);
}

}  // namespace triptych::deck
