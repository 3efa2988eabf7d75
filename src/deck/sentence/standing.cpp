#include "deck/sentence/standing.hpp"

#include <algorithm>
#include <array>
#include <string_view>
#include <utility>

#include "base/text.hpp"
#include "deck/sentence/cut.hpp"
#include "deck/sentence/pointers.hpp"
#include "deck/split/text.hpp"
#include "doc/typography/letters.hpp"

namespace triptych::deck {
namespace {

constexpr std::size_t longest_open = 8;  // of a sentence left open at its end, which says nothing
constexpr std::size_t stem_bytes = 5, longest_purpose = 12;
constexpr std::size_t shortest_opening = 3, first_words = 4, longest_opening = 8,
                      most_before_object = 6, most_before_goal = 8;
constexpr std::ptrdiff_t most_commas = 3;

char32_t first_sign(std::string_view text) {
    std::size_t next = 0;
    return text.empty() ? 0 : text::next_code_point(text, next);
}

/// Asks what keeps one sentence from standing alone.
class Standing {
public:
    Standing(const FlatText& flat, Range sentence, const Lexicon& lexicon,
             std::vector<TextWord> title = {})
        : flat_(flat),
          range_(sentence),
          lexicon_(lexicon),
          words_(words_in(flat.text, sentence)),
          title_(std::move(title)) {}

    bool leans() const {
        const bool by_pronoun = opens(lexicon_.anaphora) && !lexicon_.impersonal.start(words_);
        return by_pronoun || denies_other() || is_fragment() || frames_pronoun() || leans_inside();
    }
    /// By more than the word that opens it.
    bool leans_inside() const {
        return points_back() || lexicon_.leaning_end.end(words_) || lacks_subject() ||
               lacks_main_clause() || orders_it() || is_example() || names_again() || adds() ||
               lexicon_.share_of.start(words_) || owns_for_other() || has_object_from_before() ||
               handles_it() || names_part() || opposes() || answers() || is_left_open() ||
               places_pronoun() || compares_at_end() || names_foremost() ||
               lexicon_.one_of_row.start(words_);
    }
    /// What a page holds, or where else to read.
    bool is_about_text() const {
        const bool asks = flat_.at(range_).ends_with('?');
        if (lexicon_.deictic.occur_in(words_) || opens(lexicon_.filler) ||
            opens(lexicon_.picture) || (!asks && lexicon_.about_text.start(words_)))
            return true;
        if (only_sends(flat_, range_, lexicon_)) return true;
        for (std::size_t i = 0; i < words_.size(); ++i) {
            if (names_counted_at(words_, i) || (i > 0 && is_told_here(words_, i)) ||
                sends_on_at(flat_, words_, i, lexicon_))
                return true;
        }
        return range_.empty();
    }

    /// "At this point, the gate is closed": by what no title can be meant with.
    bool leans_on_story() const {
        static const Phrases means_title = {"it",    "it's",    "they", "this", "these", "its",
                                            "their", "there's", "il",   "elle", "ils",   "elles",
                                            "ce",    "c'",      "cela", "son",  "sa",    "ses",
                                            "leur",  "leurs",   "ceci"};
        return opens(lexicon_.anaphora) && !lexicon_.impersonal.start(words_) &&
               !means_title.start(words_);
    }
    /// "La remise et le four ferment également": something else was said to do so.
    bool adds() const {
        static const Phrases also = {"also", "également"}, joins = {"but", "mais", "and", "et"};
        for (std::size_t i = 1; i < words_.size(); ++i)
            if ((also.match_at(words_, i) > 0 && joins.match_at(words_, i - 1) == 0) ||
                (words_[i].folded == "too" && has_sign_behind(i)))
                return true;
        return false;
    }

private:
    /// By itself, or behind "De plus," and the like, which are not shown.
    bool opens(const Phrases& phrases) const {
        if (phrases.start(words_)) return true;
        const Range bare = without_opening(flat_, range_, &lexicon_);
        return bare.begin != range_.begin && phrases.start(words_in(flat_.text, bare));
    }
    /// "Utilisé pour la messagerie", unless the subject stands behind a comma.
    bool lacks_subject() const {
        const std::size_t opening = lexicon_.participles.match_at(words_, 0);
        if (opening == 0) return false;
        const std::size_t comma = flat_.text.find(',', words_[opening - 1].range.end);
        if (comma == std::string::npos || comma >= range_.end) return true;
        const auto behind = words_in(flat_.text, {comma, range_.end});
        return lexicon_.pronouns.start(behind) || joining_words().start(behind);
    }
    /// "Pour bien démarrer.", "En respectant le règlement.", "To begin with the shed.": they wait
    /// for what is done then.
    bool lacks_main_clause() const {
        if (words_.size() < 2) return false;
        if (flat_.at(range_).find_first_of(",:") != std::string_view::npos ||
            subject_pronouns().occur_in(words_))
            return false;
        const std::string_view first = words_[0].folded;
        if (first == "pour")
            return is_infinitive(words_[1]) || (words_.size() > 2 && is_infinitive(words_[2]));
        if (first == "en") return words_[1].folded.ends_with("ant");
        return first == "to" && !lexicon_.copula.occur_in(words_);
    }
    /// In brackets as a whole, the rest of a sentence, or half of one.
    bool is_fragment() const {
        const std::string_view text = flat_.at(range_);
        return text.starts_with('(') || opens_small() || is_unfinished();
    }
    /// A row of examples, or what waits for its end: "The gate is a …".
    bool is_left_open() const {
        const std::string_view text = flat_.at(range_);
        return (text.ends_with("\xE2\x80\xA6") || text.ends_with("...")) &&
               (count_words(text) <= longest_open || lexicon_.function.end(words_));
    }
    /// "If you do, it closes": takes up what was said.
    bool answers() const {
        const std::size_t count = lexicon_.answer.match_at(words_, 0);
        return count > 0 && has_sign_behind(count - 1);
    }
    /// "…, et le jardinier sait que cet outil coupe": no outil before it in the sentence.
    bool names_again() const {
        static const Phrases determiners = {"ce",   "cet",   "cette", "ces",
                                            "this", "these", "those", "such"};
        static const Phrases examples = {"such as", "such that", "such a", "such an"};
        for (std::size_t i = 1; i + 1 < words_.size(); ++i) {
            if (determiners.match_at(words_, i) == 0) continue;
            if (lexicon_.free_demonstrative.match_at(words_, i) > 0) continue;
            if (examples.match_at(words_, i) > 0) continue;
            const auto named = [&](std::size_t at) {
                const auto stem = std::string_view(words_[at].folded).substr(0, stem_bytes);
                const auto is_it = [&](const TextWord& word) {
                    return word.folded.starts_with(stem);
                };
                return std::any_of(words_.begin(), words_.begin() + static_cast<std::ptrdiff_t>(i),
                                   is_it) ||
                       std::any_of(title_.begin(), title_.end(), is_it);
            };
            // "this old gate", but not "this gate, or".
            const bool goes_on = i + 2 < words_.size() && !has_sign_behind(i + 1);
            if (!named(i + 1) && (!goes_on || !named(i + 2))) return true;
        }
        return false;
    }
    /// "Le nom de ces machines est", "lancez la commande", where what is meant stands in the next
    /// paragraph; or a row of names. Neither has a stop.
    bool is_unfinished() const {
        static const Phrases examples = {"e.g",         "i.e",         "p. ex",  "par ex",
                                         "for example", "par exemple", "such as"};
        if (examples.end(words_)) return true;
        const std::string_view text = flat_.at(range_);
        if (text.ends_with(',')) return true;
        if (words_.empty() || words_.back().range.end != range_.end) return false;
        const auto names = std::count(text.begin(), text.end(), ',');
        // "For the gate of the garden": for which nothing is told.
        static const Phrases purpose = {"pour", "afin", "for", "to"};
        if (names == 0 && words_.size() <= longest_purpose && purpose.start(words_)) return true;
        return lexicon_.function.end(words_) || lexicon_.announcing.end(words_) ||
               (names >= most_commas && count_words(text.substr(0, text.find(','))) < first_words);
    }
    /// "Un outil pourrait, par exemple, être prêté".
    bool is_example() const {
        static const Phrases examples = {"par exemple", "for example", "for instance"};
        for (std::size_t i = 1; i < words_.size() && i <= longest_opening; ++i) {
            const std::size_t count = examples.match_at(words_, i);
            if (count > 0 && has_sign_behind(i + count - 1) && has_sign_behind(i - 1)) return true;
        }
        return false;
    }
    /// "Vous devriez ranger ses outils": whose they are was said before.
    bool owns_for_other() const {
        return lexicon_.reader.start(words_) &&
               lexicon_.possessive.occur_in(words_, 1, first_words);
    }
    /// "Il est bon que nous le sachions"; "Founded in 1990, it has …".
    bool has_object_from_before() const {
        for (std::size_t i = 0; i < words_.size() && i < most_before_object; ++i) {
            if (lexicon_.object_pronoun.match_at(words_, i) > 0) return true;
            if (has_sign_behind(i)) return i + 1 < words_.size() && is_pronoun_of(i);
        }
        return false;
    }
    /// "Vous pouvez sans crainte la fermer", "You can close it": what that is was said before.
    bool handles_it() const {
        // "Il est bon de s'en servir".
        static const Phrases reflexive = {"s'en", "s'y"};
        for (std::size_t i = 0; i + 2 < std::min(longest_opening, words_.size()); ++i)
            if (lexicon_.has_infinitives && reflexive.match_at(words_, i) == 2 &&
                is_infinitive(words_[i + 2]))
                return true;
        static const Phrases subjects = {"you", "we", "vous", "nous", "on", "il"};
        static const Phrases named = {"the",  "a",   "an",   "your", "our",
                                      "this", "any", "what", "which"};
        if (!subjects.start(words_) || lexicon_.ability.match_at(words_, 1) == 0) return false;
        for (std::size_t i = 2; i < std::min(most_before_object, words_.size()); ++i) {
            if (named.match_at(words_, i) > 0 || has_sign_behind(i - 1)) return false;
            if (lexicon_.object.match_at(words_, i) == 0) continue;
            return !lexicon_.has_infinitives ||
                   (i + 1 < words_.size() && is_infinitive(words_[i + 1]));
        }
        return false;
    }
    /// "Par défaut, il lit le fichier", where no thing was named before.
    bool is_third_person(std::size_t i) const {
        static const Phrases third = {"it", "they", "il", "elle", "ils", "elles"};
        return third.match_at(words_, i) > 0 && lexicon_.impersonal.match_at(words_, i) == 0;
    }
    /// "Les plus importants sont": of things named before.
    bool names_foremost() const {
        static const Phrases foremost = {"les plus", "les moins", "the most", "the least"};
        static const Phrases verbs = {"sont", "are"};
        constexpr std::size_t behind_quality = 3;
        return foremost.start(words_) && verbs.match_at(words_, behind_quality) > 0;
    }
    /// "À une lointaine époque, il servait": what that is was named before.
    bool places_pronoun() const {
        static const Phrases prepositions = {
            "à",       "au",      "aux",     "dans",   "en",     "sur",   "sous",
            "par",     "avec",    "sans",    "depuis", "avant",  "après", "pendant",
            "durant",  "malgré",  "selon",   "outre",  "in",     "on",    "at",
            "with",    "without", "by",      "during", "since",  "from",  "under",
            "through", "besides", "despite", "after",  "before", "until"};
        if (!prepositions.start(words_)) return false;
        for (std::size_t i = 0; i + 1 < words_.size() && i < longest_opening; ++i) {
            if (!has_sign_behind(i)) continue;
            return means_thing(i + 1);
        }
        return false;
    }
    /// "The new gate is more recent": than one that was told of before.
    bool compares_at_end() const {
        static const Phrases more = {"more", "less", "plus", "moins"};
        static const Phrases others = {"than", "que", "qu'", "the", "le", "la", "les", "and", "et"};
        if (words_.size() < first_words || lexicon_.negation.occur_in(words_)) return false;
        const std::size_t at = words_.size() - 2;
        return more.match_at(words_, at) > 0 && lexicon_.copula.match_at(words_, at - 1) > 0 &&
               !others.occur_in(words_, at - 1, words_.size());
    }
    /// "…, it makes sense to close the gate" means none.
    bool means_thing(std::size_t i) const {
        static const Phrases verbs = {"is",      "was",    "makes",  "helps", "takes",
                                      "pays",    "can be", "may be", "seems", "est",
                                      "devient", "paraît", "reste",  "arrive"};
        static const Phrases goals = {"to", "that", "whether", "de", "d'", "que", "qu'"};
        if (!is_third_person(i)) return false;
        const std::size_t verb = verbs.match_at(words_, i + 1);
        const std::size_t behind = i + 1 + verb;
        if (verb == 0 || behind >= words_.size()) return true;
        const std::string_view said = words_[behind].folded;
        const bool done = said.ends_with("ed") || said.ends_with("é") || said.ends_with("ée");
        return done || !goals.occur_in(words_, behind, behind + most_before_goal);
    }
    /// "The last option says how", "the first is": of a command that is not there, unless it is
    /// named behind that.
    bool names_part() const {
        static const Phrases owners = {"of", "in", "on", "de", "du", "des", "d'", "dans", "sur"};
        for (std::size_t i = 0; i < words_.size(); ++i) {
            const std::size_t count = lexicon_.ordinals.match_at(words_, i);
            if (count == 0) continue;
            if (example_words().match_at(words_, i + count) > 0) return true;
            if (i >= first_words) continue;
            if (lexicon_.copula.match_at(words_, i + count) > 0) return true;
            for (std::size_t part = i + count; part <= i + count + 1; ++part)
                if (lexicon_.parts.match_at(words_, part) > 0)
                    return owners.match_at(words_, part + 1) == 0;
        }
        return false;
    }
    /// "The old gate, in contrast, …": to what was said before it.
    bool opposes() const {
        for (std::size_t i = 1; i < std::min(longest_opening, words_.size()); ++i) {
            const std::size_t count = lexicon_.opposing.match_at(words_, i);
            if (count > 0 && has_sign_behind(i - 1) && has_sign_behind(i + count - 1)) return true;
        }
        return false;
    }
    /// "Bien qu'il soit vieux, il ferme": neither half says what.
    bool frames_pronoun() const {
        const std::size_t opening = lexicon_.frame.match_at(words_, 0);
        if (opening == 0 || !is_third_person(opening)) return false;
        for (std::size_t i = opening; i + 1 < words_.size(); ++i)
            if (has_sign_behind(i)) return is_third_person(i + 1);
        return false;
    }
    /// "Ce n'est pas une mince affaire", unless it says what is: "ce n'est pas le prix qui compte".
    bool denies_other() const {
        static const Phrases openers = {"ce n'est", "ce sont", "ce n'étaient", "ce n'était"};
        static const Phrases relatives = {"qui", "que", "qu'", "dont"};
        const std::size_t opening = openers.match_at(words_, 0);
        if (opening == 0) return false;
        for (std::size_t i = opening; i < words_.size(); ++i) {
            if (relatives.match_at(words_, i) > 0) return false;
            if (has_sign_behind(i)) break;
        }
        return true;
    }
    /// Of what no noun before it names, since only a participle opens the sentence.
    bool is_pronoun_of(std::size_t i) const {
        static const Phrases third = {"it", "they", "he", "she", "il", "elle", "ils", "elles"};
        const std::string& first = words_.front().folded;
        const bool participle = first.ends_with("ed") || first.ends_with("é") ||
                                first.ends_with("ée") || first.ends_with("és");
        return participle && third.match_at(words_, i + 1) > 0;
    }
    /// "un produit peut s'arrêter": the rest of something; names that are code or links aside.
    bool opens_small() const {
        if (flat_.is_inside_atom(range_.begin + 1)) return false;
        if (words_.empty() || words_.front().range.begin != range_.begin) return false;
        // Where names open in a small letter, too, words that are none tell.
        const bool tells = lexicon_.opens_in_capitals || lexicon_.pronouns.start(words_) ||
                           lexicon_.subordinate.start(words_) || lexicon_.function.start(words_);
        return tells && is_small_letter(first_sign(flat_.at(range_))) &&
               flat_.at(words_.front().range) == words_.front().folded;
    }
    /// "Gardez-les un an": a verb with a pronoun for what was named before.
    bool orders_it() const {
        static constexpr std::array<std::string_view, 6> pronouns = {"-le",  "-la", "-les",
                                                                     "-lui", "-en", "-y"};
        if (words_.empty() || flat_.is_inside_atom(words_.front().range.begin + 1)) return false;
        return lexicon_.has_infinitives &&
               std::any_of(pronouns.begin(), pronouns.end(), [&](std::string_view pronoun) {
                   return words_.front().folded.ends_with(pronoun);
               });
    }
    bool points_back_at(const Phrases& phrases, std::size_t i) const {
        return phrases.match_at(words_, i) > 0 &&
               lexicon_.free_demonstrative.match_at(words_, i) == 0;
    }
    bool has_sign_behind(std::size_t i) const {
        const std::size_t next = i + 1 < words_.size() ? words_[i + 1].range.begin : range_.end;
        return flat_.at({words_[i].range.end, next}).find_first_of(",;:(") !=
               std::string_view::npos;
    }
    /// "Pour ces deux usages": among the first words one that something before must explain, or up
    /// to the first sign, behind a short opening to the second, one that can mean nothing else.
    bool points_back() const {
        const bool fronted = lexicon_.subordinate.start(words_);
        std::size_t signs = 0;
        for (std::size_t i = 0; i < words_.size(); ++i) {
            const bool early = i < first_words;
            if (points_back_at(early ? lexicon_.demonstrative : lexicon_.back_reference, i))
                return true;
            if (early && fronted && lexicon_.possessive.match_at(words_, i) > 0) return true;
            if (!has_sign_behind(i)) continue;
            if (signs == 0 && fronted &&
                (lexicon_.anaphora_behind_opening.match_at(words_, i + 1) > 0 ||
                 (i < shortest_opening && means_thing(i + 1))))
                return true;
            if (++signs > 1 || i >= longest_opening) return false;
        }
        return false;
    }

    const FlatText& flat_;
    Range range_;
    const Lexicon& lexicon_;
    std::vector<TextWord> words_;
    std::vector<TextWord> title_;
};

}  // namespace

bool stands_alone(const FlatText& flat, Range sentence, const Lexicon& lexicon) {
    const Standing standing(flat, sentence, lexicon);
    return !standing.leans() && !standing.is_about_text();
}

bool stands_under_title(const FlatText& flat, Range sentence, const doc::Inlines& title,
                        const Lexicon& lexicon) {
    const Standing standing(flat, sentence, lexicon, words_in(title));
    return !standing.leans_inside() && !standing.is_about_text() && !standing.leans_on_story();
}

bool adds_to_before(const FlatText& flat, Range sentence, const Lexicon& lexicon) {
    return Standing(flat, sentence, lexicon).adds();
}

bool is_about_text(const FlatText& flat, Range sentence, const Lexicon& lexicon) {
    return Standing(flat, sentence, lexicon).is_about_text();
}

bool leads_from_before(const FlatText& flat, Range lead, const Lexicon& lexicon) {
    return Standing(flat, lead, lexicon).leans() || lexicon.filler.start(words_in(flat.text, lead));
}

}  // namespace triptych::deck
