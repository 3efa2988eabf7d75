#include "deck/sentence/sentences.hpp"

#include <algorithm>
#include <string_view>

#include "base/text.hpp"
#include "deck/sentence/pointers.hpp"
#include "deck/sentence/standing.hpp"
#include "deck/sentence/waymark.hpp"
#include "deck/split/text.hpp"
#include "doc/typography/letters.hpp"

namespace triptych::deck {
namespace {

constexpr CutLimits claim_limits{26, 36, 8, false};
constexpr CutLimits sentence_limits{16, 24, 5, false};
constexpr std::size_t longest_scheme = 12;  // bytes, an article before it included
constexpr std::size_t least_words = 4, least_said = 6, longest_key = 4, longest_value = 6;
constexpr std::size_t most_before_turn = 5;  // sentences
constexpr std::size_t longest_contrast_claim = 36, longest_contrast_point = 28;
constexpr std::size_t longest_answer = 18;

/// What led to something that is not shown goes without its colon.
void drop_colon(doc::Inlines& words) {
    const FlatText flat = flatten(words);
    const Range all = trimmed(flat.text, {0, flat.text.size()});
    words = slice(words, {trimmed(flat.text, {all.begin, all.end - 1})});
}

bool ends_with(const FlatText& flat, Range range, std::string_view sign) {
    return flat.at(trimmed(flat.text, range)).ends_with(sign);
}

/// "Attention:" says nothing more where the sentence is all there is.
void drop_opening(doc::Inlines& words, const Lexicon* lexicon) {
    const FlatText flat = flatten(words);
    const Range all = trimmed(flat.text, {0, flat.text.size()});
    const Range bare = without_opening(flat, all, lexicon);
    if (bare.begin == all.begin) return;
    words = slice(words, {bare});
    capitalise(words);
}

/// "open(gate, wide=True)": a function as code has it.
bool is_signature(std::string_view text) {
    if (text.starts_with("class ")) text.remove_prefix(6);
    const std::size_t bracket = text.find('(');
    return bracket != 0 && bracket != std::string_view::npos && text.find(' ') > bracket &&
           text.find('=', bracket) != std::string_view::npos;
}

/// A bare address, or a text to be filled in: "[NOM DU SERVICE]".
bool is_raw(const FlatText& flat, Range range) {
    const std::string_view text = flat.at(range);
    if (text.substr(0, longest_scheme).find("://") != text.npos || text.starts_with("www."))
        return true;
    const bool is_mail = text.find('@') != text.npos && text.find(' ') == text.npos;
    if (is_mail || is_signature(text) || (text.starts_with('<') && text.ends_with('>')))
        return true;
    const std::size_t open = text.find('[');
    // What a number in brackets opens is a note of a table.
    const bool noted = text.starts_with('[') && text.size() > 1 && text[1] >= '0' && text[1] <= '9';
    if (noted) return true;
    return open != std::string_view::npos && open + 2 < text.size() &&
           doc::typography::is_upper(static_cast<unsigned char>(text[open + 1])) &&
           doc::typography::is_upper(static_cast<unsigned char>(text[open + 2]));
}

/// "Available since: version 2", which is no sentence.
bool is_value(const FlatText& flat, Range range) {
    const std::string_view text = flat.at(range);
    const std::size_t colon = text.find(':');
    return colon != std::string_view::npos && colon + 1 < text.size() && text[colon + 1] == ' ' &&
           !text.ends_with('.') && count_words(text.substr(0, colon)) <= longest_key &&
           count_words(text.substr(colon + 1)) <= longest_value;
}

/// A line that leads elsewhere, or names what stands over or under it.
bool is_no_content(const doc::Inlines& paragraph) {
    static const Phrases rights = {"copyright", "c copyright", "tous droits réservés",
                                   "all rights reserved"};
    return points_elsewhere(paragraph) || is_counted_caption(paragraph) || is_waymark(paragraph) ||
           rights.start(words_in(paragraph));
}

/// A paragraph cut into sentences, one of which may be shown.
class Sentences {
public:
    Sentences(const doc::Inlines& paragraph, const Lexicon* lexicon)
        : inlines_(paragraph),
          flat_(flatten(paragraph)),
          lexicon_(lexicon_of_text(flat_.text, lexicon)),
          all_(sentences_of(flat_, lexicon_)) {}

    std::size_t count() const { return all_.size(); }
    const FlatText& flat() const { return flat_; }
    Range at(std::size_t i) const { return all_[i]; }
    std::size_t words(std::size_t i) const { return count_words(flat_.at(all_[i])); }

    /// Without an end that only sends the reader elsewhere, where much is left.
    Range said(std::size_t i) const {
        if (!lexicon_ || all_[i].end - all_[i].begin > most_bytes) return all_[i];
        const Range bare = without_pointer(flat_, all_[i], *lexicon_);
        return count_words(flat_.at(bare)) >= least_said ? bare : all_[i];
    }
    /// Whether sentence `i` says something when it stands alone.
    bool stands(std::size_t i) const {
        const Range range = said(i);
        // Longer ones are never shown, so nothing needs to be known of them.
        if (range.end - range.begin > most_bytes) return false;
        if (words(i) < least_words || deck::is_raw(flat_, range) || ends_with(flat_, range, ":") ||
            is_value(flat_, range))
            return false;
        if (!lexicon_) return true;
        if (opens_with_verdict(flat_, range) && !is_taken_back(i)) return false;
        const auto words = words_in(flat_.text, range);
        return stands_alone(flat_, range, *lexicon_) && !lexicon_->concession.start(words) &&
               !lexicon_->contrast.start(words) && !prepares(i) &&
               !(lexicon_->past.start(words) && i + 1 < all_.size());
    }
    bool is_raw(std::size_t i) const { return deck::is_raw(flat_, all_[i]); }
    /// "Happy gating!"
    bool is_cheer(std::size_t i) const {
        return words(i) < least_words && ends_with(flat_, all_[i], "!");
    }
    /// Says nothing of the subject yet.
    bool leads_in(std::size_t i) const { return words(i) < least_words || is_about_text(i); }
    bool prepares(std::size_t i) const {
        return lexicon_ && deck::prepares(flat_, all_[i], *lexicon_);
    }
    bool may_prepare(std::size_t i) const {
        return lexicon_ && deck::may_prepare(flat_, all_[i], *lexicon_);
    }
    bool announces(std::size_t i) const {
        return lexicon_ && deck::announces(flat_, all_[i], *lexicon_);
    }
    bool only_says_many(std::size_t i) const {
        return lexicon_ && deck::only_says_many(flat_, all_[i], *lexicon_);
    }
    /// A pronoun that opens it may be the title, and "this gate" what that names.
    bool stands_under_title(std::size_t i, const doc::Inlines& title) const {
        if (all_[i].end - all_[i].begin > most_bytes) return false;
        return !lexicon_ || deck::stands_under_title(flat_, all_[i], title, *lexicon_);
    }
    bool opens_with_pronoun(std::size_t i) const {
        const auto words = words_in(flat_.text, all_[i]);
        return lexicon_ && lexicon_->anaphora.start(words) && !lexicon_->impersonal.start(words);
    }
    bool is_about_text(std::size_t i) const {
        return lexicon_ && deck::is_about_text(flat_, all_[i], *lexicon_);
    }
    /// Says where, when or of which example the sentences behind it hold.
    bool frames(std::size_t i) const {
        const auto words = words_in(flat_.text, without_opening(flat_, all_[i], lexicon_));
        return lexicon_ && lexicon_->frame.start(words);
    }
    /// "If yours is another one, see below": takes nothing back of what stands before it.
    bool only_sends_on(std::size_t i) const { return frames(i) && is_about_text(i); }
    /// Without a stop.
    bool ends_open(std::size_t i) const {
        const auto words = words_in(flat_.text, all_[i]);
        return !words.empty() && words.back().range.end == all_[i].end;
    }
    bool is_question(std::size_t i) const { return ends_with(flat_, all_[i], "?"); }
    bool is_taken_back(std::size_t i) const {
        return lexicon_ && i + 1 < all_.size() &&
               (opens_with_contrast(flat_, all_[i + 1], *lexicon_) || is_first_case(i));
    }
    /// "When the gate is open, … When it is closed, …": one of two cases.
    bool is_first_case(std::size_t i) const {
        if (!frames(i) || !frames(i + 1)) return false;
        return opening_word(i) == opening_word(i + 1);
    }
    /// "All this is different for the gate": of which what stands before does not hold.
    bool is_set_apart(std::size_t i) const {
        if (!lexicon_) return false;
        const std::size_t end = std::min(all_.size(), i + 1 + most_before_turn);
        for (std::size_t next = i + 2; next < end; ++next)
            if (lexicon_->reversal.start(words_in(flat_.text, all_[next]))) return true;
        return false;
    }
    std::optional<Extract> together(std::size_t i, std::size_t last, std::size_t most) const {
        const Range both = {all_[i].begin, all_[last].end};
        if (both.end - both.begin > most_bytes || count_words(flat_.at(both)) > most)
            return std::nullopt;
        return Extract{slice(inlines_, {both}), true, {}};
    }
    std::optional<Extract> shown(std::size_t i, const CutLimits& limits) const {
        const Range whole = without_opening(flat_, all_[i], lexicon_);
        const Range bare = {whole.begin, std::max(whole.begin, said(i).end)};
        const auto ranges = shortened(flat_, bare, limits, lexicon_);
        if (!ranges) return std::nullopt;
        Extract extract{slice(inlines_, *ranges), lexicon_ && holds_hard(flat_, bare, *lexicon_),
                        cuts_between(flat_, whole, *ranges)};
        if (bare.begin != all_[i].begin) capitalise(extract.words);
        return extract;
    }

private:
    std::string opening_word(std::size_t i) const {
        const auto words = words_in(flat_.text, without_opening(flat_, all_[i], lexicon_));
        return words.empty() ? std::string() : words.front().folded;
    }

    const doc::Inlines& inlines_;
    FlatText flat_;
    const Lexicon* lexicon_;
    std::vector<Range> all_;
};

std::optional<Extract> extract(const Sentences& sentences, std::size_t i, const CutLimits& limits,
                               std::size_t longest_contrast) {
    if (!sentences.stands(i) || sentences.is_set_apart(i)) return std::nullopt;
    if (sentences.is_taken_back(i) && !sentences.only_sends_on(i + 1)) {
        if (sentences.is_about_text(i + 1)) return std::nullopt;
        return sentences.together(i, i + 1, longest_contrast);
    }
    if (sentences.is_question(i)) {
        if (i + 1 >= sentences.count() || sentences.is_question(i + 1) ||
            sentences.is_about_text(i + 1))
            return std::nullopt;
        return sentences.together(i, i + 1, longest_answer);
    }
    return sentences.shown(i, limits);
}

}  // namespace

std::optional<Extract> claim_in(const doc::Inlines& whole, const Lexicon* lexicon,
                                Announcements announcements, std::size_t tried) {
    const doc::Inlines paragraph = without_run_in(whole, lexicon);
    if (leads_on(paragraph) && Sentences(paragraph, lexicon).count() < 2) return std::nullopt;
    if (is_no_content(paragraph)) return std::nullopt;
    const Sentences sentences(paragraph, lexicon);
    for (std::size_t i = 0; i < std::min(tried, sentences.count()); ++i) {
        // A second sentence goes on with the first, unless that only led to it.
        const bool led = i > 0 && (sentences.leads_in(i - 1) || sentences.prepares(i - 1) ||
                                   sentences.announces(i - 1) || sentences.only_says_many(i - 1));
        if (i > 0 && tried <= usual_tries && !led) break;
        if (announcements == Announcements::refused && sentences.announces(i)) continue;
        if (sentences.only_says_many(i)) continue;
        auto found = extract(sentences, i, claim_limits, longest_contrast_claim);
        if (!found && sentences.frames(i)) break;
        if (!found) continue;
        found->needs_subject = (i > 0 && !sentences.leads_in(i - 1)) || sentences.may_prepare(i);
        return found;
    }
    return std::nullopt;
}

std::optional<Extract> claim_before(const doc::Inlines& paragraph, const doc::Inlines* next,
                                    const Lexicon* lexicon, Announcements announcements) {
    auto found = claim_in(paragraph, lexicon, announcements);
    if (!found || !next || !lexicon) return found;
    const Sentences own(paragraph, lexicon), behind(*next, lexicon);
    const bool apart = own.count() != 1 || behind.count() == 0 ||
                       !opens_with_contrast(behind.flat(), behind.at(0), *lexicon);
    if (apart) return found;
    if (own.words(0) + behind.words(0) > longest_contrast_claim) return std::nullopt;
    Extract both{slice(paragraph, {own.at(0)}), true, {}, 2};
    both.words.push_back({doc::Text{" "}, {}});
    const auto contrast = slice(*next, {behind.at(0)});
    both.words.insert(both.words.end(), contrast.begin(), contrast.end());
    return both;
}

std::optional<Extract> page_sentence_in(const doc::Inlines& paragraph, const Lexicon* lexicon) {
    const Sentences sentences(paragraph, lexicon);
    if (!lexicon || sentences.count() == 0 || leads_on(paragraph)) return std::nullopt;
    const auto words = words_in(sentences.flat().text, sentences.at(0));
    if (!lexicon->names_page.start(words) || sentences.is_taken_back(0)) return std::nullopt;
    return sentences.shown(0, claim_limits);
}

std::optional<Extract> point_in(const doc::Inlines& whole, const Lexicon* lexicon) {
    const doc::Inlines paragraph = without_run_in(whole, lexicon);
    if (is_no_content(paragraph)) return std::nullopt;
    const Sentences sentences(paragraph, lexicon);
    if (sentences.count() == 0 || sentences.announces(0)) return std::nullopt;
    return extract(sentences, 0, sentence_limits, longest_contrast_point);
}

std::optional<Extract> whole_start(const doc::Inlines& whole, const doc::Inlines& title,
                                   std::size_t most, const Lexicon* lexicon) {
    const doc::Inlines paragraph = without_run_in(whole, lexicon);
    if (is_waymark(paragraph)) return std::nullopt;
    const Sentences sentences(paragraph, lexicon);
    if (sentences.count() == 0 || sentences.is_raw(0) || sentences.is_cheer(0) ||
        (lexicon && is_empty_label(paragraph, *lexicon)) ||
        !sentences.stands_under_title(0, title) || sentences.prepares(0) ||
        sentences.announces(0) || sentences.only_says_many(0))
        return std::nullopt;
    std::size_t last = 0;
    while (sentences.is_taken_back(last) && !sentences.only_sends_on(last + 1)) ++last;
    for (std::size_t i = 1; i <= last; ++i)
        if (sentences.is_about_text(i)) return std::nullopt;
    if (last == 0 && sentences.is_question(0)) return std::nullopt;
    auto start = sentences.together(0, last, most);
    if (!start) return std::nullopt;
    const bool leads = leads_on(start->words);
    if ((leads || sentences.ends_open(last)) && !says_enough(start->words, lexicon))
        return std::nullopt;
    if (leads) drop_colon(start->words);
    if (last == 0) drop_opening(start->words, lexicon);
    start->opens_with_pronoun = sentences.opens_with_pronoun(0);
    return start;
}

}  // namespace triptych::deck
