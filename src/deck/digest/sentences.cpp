#include "deck/digest/sentences.hpp"

#include <algorithm>
#include <string_view>
#include <utility>

#include "base/text.hpp"
#include "deck/split/text.hpp"
#include "doc/typography/letters.hpp"

namespace triptych::deck {
namespace {

constexpr CutLimits claim_limits{26, 36, 8, false};
constexpr CutLimits sentence_limits{16, 24, 5, false};
constexpr std::size_t least_words = 4;
constexpr std::size_t longest_contrast_claim = 36, longest_contrast_point = 28;
constexpr std::size_t longest_answer = 18;
constexpr std::size_t longest_open = 8;  // of a sentence left open at its end, which says nothing

/// A small letter of French or English.
bool is_small(char32_t c) {
    return (c >= U'a' && c <= U'z') || (c >= 0xE0 && c <= 0xFE && c != 0xF7);
}

char32_t first_sign(std::string_view text) {
    std::size_t next = 0;
    return text.empty() ? 0 : text::next_code_point(text, next);
}

/// The first letter as a capital, where an opening before it was left out.
void capitalise(doc::Inlines& words) {
    for (auto& node : words) {
        auto* text = std::get_if<doc::Text>(&node.node);
        if (!text || text->text.empty()) return;
        std::size_t next = 0;
        const char32_t c = text::next_code_point(text->text, next);
        if (!is_small(c)) return;
        std::string capital;
        text::append_code_point(capital, c - 0x20);
        text->text.replace(0, next, capital);
        return;
    }
}

bool ends_with(const FlatText& flat, Range range, std::string_view sign) {
    return flat.at(trimmed(flat.text, range)).ends_with(sign);
}

/// A bare address, or a text to be filled in: "[NOM DU SERVICE]".
bool is_raw(const FlatText& flat, Range range) {
    const std::string_view text = flat.at(range);
    if (text.starts_with("http://") || text.starts_with("https://") || text.starts_with("www."))
        return true;
    const std::size_t open = text.find('[');
    return open != std::string_view::npos && open + 2 < text.size() &&
           doc::typography::is_upper(static_cast<unsigned char>(text[open + 1])) &&
           doc::typography::is_upper(static_cast<unsigned char>(text[open + 2]));
}

/// A paragraph cut into sentences, one of which may be shown.
class Sentences {
public:
    Sentences(const doc::Inlines& paragraph, const Lexicon* lexicon)
        : inlines_(paragraph),
          flat_(flatten(paragraph)),
          all_(sentences_of(flat_, lexicon)),
          lexicon_(lexicon) {}

    std::size_t count() const { return all_.size(); }
    const FlatText& flat() const { return flat_; }
    Range at(std::size_t i) const { return all_[i]; }
    std::size_t words(std::size_t i) const { return count_words(flat_.at(all_[i])); }

    /// Whether sentence `i` says something when it stands alone.
    bool stands(std::size_t i) const {
        const Range range = all_[i];
        if (words(i) < least_words || is_raw(flat_, range) || ends_with(flat_, range, ":"))
            return false;
        if (!lexicon_) return true;
        const auto words = words_in(flat_.text, range);
        return !leans(range, words) && !is_about_text(range, words) &&
               !lexicon_->concession.start(words) && !lexicon_->contrast.start(words) &&
               !(lexicon_->past.start(words) && i + 1 < all_.size());
    }
    /// On the sentence before, or on a subject that it does not name.
    bool leans(Range range, const std::vector<TextWord>& words) const {
        const bool by_pronoun =
            lexicon_->anaphora.start(words) && !lexicon_->impersonal.start(words);
        return by_pronoun || points_back(words) || lexicon_->leaning_end.end(words) ||
               lacks_subject(range, words) || is_fragment(range);
    }
    /// "Utilisé pour la messagerie", unless the subject stands behind a comma.
    bool lacks_subject(Range range, const std::vector<TextWord>& words) const {
        const std::size_t opening = lexicon_->participles.match_at(words, 0);
        if (opening == 0) return false;
        const std::size_t comma = flat_.text.find(',', words[opening - 1].range.end);
        if (comma == std::string::npos || comma >= range.end) return true;
        const auto behind = words_in(flat_.text, {comma, range.end});
        return lexicon_->pronouns.start(behind);
    }
    /// In brackets as a whole, or a row of examples left open.
    bool is_fragment(Range range) const {
        const std::string_view text = flat_.at(range);
        const bool open_end = text.ends_with("\xE2\x80\xA6") || text.ends_with("...");
        return text.starts_with('(') || opens_small(range) ||
               (open_end && count_words(text) <= longest_open);
    }
    /// "un produit peut s'arrêter": the rest of something; names that are code or links aside.
    bool opens_small(Range range) const {
        if (flat_.is_inside_atom(range.begin + 1)) return false;
        const auto words = words_in(flat_.text, range);
        if (words.empty() || words.front().range.begin != range.begin) return false;
        // Where names open in a small letter, too, words that are none tell.
        const bool tells = lexicon_->opens_in_capitals || lexicon_->pronouns.start(words) ||
                           lexicon_->subordinate.start(words) || lexicon_->function.start(words);
        return tells && is_small(first_sign(flat_.at(range))) &&
               flat_.at(words.front().range) == words.front().folded;
    }
    /// What a page holds, or where else to read.
    bool is_about_text(Range range, const std::vector<TextWord>& words) const {
        const bool asks = flat_.at(range).ends_with('?');
        if (lexicon_->deictic.occur_in(words) || lexicon_->filler.start(words) ||
            (!asks && lexicon_->about_text.start(words)))
            return true;
        for (std::size_t i = 1; i < words.size(); ++i)
            if (lexicon_->pointing.match_at(words, i) > 0 &&
                flat_.at({words[i - 1].range.end, words[i].range.begin}).starts_with(','))
                return true;
        return range.empty();
    }
    /// "Pour ces deux usages": among the first words one that something before must explain.
    bool points_back(const std::vector<TextWord>& words) const {
        constexpr std::size_t first_words = 4;
        for (std::size_t i = 0; i < std::min(first_words, words.size()); ++i)
            if (lexicon_->demonstrative.match_at(words, i) > 0 &&
                lexicon_->free_demonstrative.match_at(words, i) == 0)
                return true;
        return false;
    }
    bool is_question(std::size_t i) const { return ends_with(flat_, all_[i], "?"); }
    bool is_taken_back(std::size_t i) const {
        return lexicon_ && i + 1 < all_.size() &&
               opens_with_contrast(flat_, all_[i + 1], *lexicon_);
    }
    std::optional<Extract> together(std::size_t i, std::size_t last, std::size_t most) const {
        const Range both = {all_[i].begin, all_[last].end};
        if (both.end - both.begin > most_bytes || count_words(flat_.at(both)) > most)
            return std::nullopt;
        return Extract{slice(inlines_, {both}), true, {}};
    }
    std::optional<Extract> shown(std::size_t i, const CutLimits& limits) const {
        const Range bare = without_opening(flat_, all_[i], lexicon_);
        const auto ranges = shortened(flat_, bare, limits, lexicon_);
        if (!ranges) return std::nullopt;
        Extract extract{slice(inlines_, *ranges), lexicon_ && holds_hard(flat_, bare, *lexicon_),
                        cuts_between(flat_, bare, *ranges)};
        if (bare.begin != all_[i].begin) capitalise(extract.words);
        return extract;
    }

private:
    const doc::Inlines& inlines_;
    FlatText flat_;
    std::vector<Range> all_;
    const Lexicon* lexicon_;
};

std::optional<Extract> extract(const Sentences& sentences, std::size_t i, const CutLimits& limits,
                               std::size_t longest_contrast) {
    if (!sentences.stands(i)) return std::nullopt;
    if (sentences.is_taken_back(i)) return sentences.together(i, i + 1, longest_contrast);
    if (sentences.is_question(i)) {
        if (i + 1 >= sentences.count() || sentences.is_question(i + 1)) return std::nullopt;
        return sentences.together(i, i + 1, longest_answer);
    }
    return sentences.shown(i, limits);
}

}  // namespace

std::optional<Extract> claim_in(const doc::Inlines& paragraph, const Lexicon* lexicon,
                                std::size_t tried) {
    if (leads_on(paragraph) && Sentences(paragraph, lexicon).count() < 2) return std::nullopt;
    if (points_elsewhere(paragraph)) return std::nullopt;
    const Sentences sentences(paragraph, lexicon);
    for (std::size_t i = 0; i < std::min(tried, sentences.count()); ++i)
        if (auto found = extract(sentences, i, claim_limits, longest_contrast_claim)) return found;
    return std::nullopt;
}

std::optional<Extract> page_sentence_in(const doc::Inlines& paragraph, const Lexicon* lexicon) {
    const Sentences sentences(paragraph, lexicon);
    if (!lexicon || sentences.count() == 0 || leads_on(paragraph)) return std::nullopt;
    const auto words = words_in(sentences.flat().text, sentences.at(0));
    if (!lexicon->names_page.start(words) || sentences.is_taken_back(0)) return std::nullopt;
    return sentences.shown(0, claim_limits);
}

std::optional<Extract> point_in(const doc::Inlines& paragraph, const Lexicon* lexicon) {
    if (points_elsewhere(paragraph)) return std::nullopt;
    const Sentences sentences(paragraph, lexicon);
    if (sentences.count() == 0) return std::nullopt;
    return extract(sentences, 0, sentence_limits, longest_contrast_point);
}

std::optional<Extract> whole_start(const doc::Inlines& paragraph, std::size_t most,
                                   const Lexicon* lexicon) {
    const Sentences sentences(paragraph, lexicon);
    if (sentences.count() == 0) return std::nullopt;
    std::size_t last = 0;
    while (sentences.is_taken_back(last)) ++last;
    return sentences.together(0, last, most);
}

std::optional<doc::Inlines> lead_in(const doc::Inlines& paragraph, const Lexicon* lexicon) {
    if (!leads_on(paragraph)) return std::nullopt;
    const FlatText flat = flatten(paragraph);
    const auto all = sentences_of(flat, lexicon);
    if (all.empty()) return std::nullopt;
    return slice(paragraph, {all.back()});
}

bool is_conditional(const doc::Inlines& words, const Lexicon* lexicon) {
    if (!lexicon) return true;
    const FlatText flat = flatten(words);
    const Range all = {0, flat.text.size()};
    return holds_hard(flat, all, *lexicon) || holds_soft(flat, all, *lexicon);
}

}  // namespace triptych::deck
