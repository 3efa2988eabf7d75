#include "deck/sentence/cut.hpp"

#include <algorithm>
#include <cstdint>
#include <string_view>
#include <utility>

#include "base/text.hpp"
#include "deck/flat/signs.hpp"
#include "deck/sentence/asides.hpp"
#include "deck/sentence/standing.hpp"
#include "deck/split/text.hpp"
#include "doc/typography/letters.hpp"

namespace triptych::deck {
namespace {

constexpr std::size_t least_kept = 4;  // words before ";" and ":"

std::size_t words_at(const FlatText& flat, Range range) { return count_words(flat.at(range)); }

bool has_quote_behind(const FlatText& flat, std::size_t at) {
    while (at < flat.text.size()) {
        const char32_t c = text::next_code_point(flat.text, at);
        if (!is_blank_sign(c)) return c == 0xAB || c == 0x201C || c == U'"';
    }
    return false;
}

/// What a place to cut at leaves, and by which rule.
struct Place {
    std::size_t at = 0;    ///< end of what is kept
    bool by_sign = false;  ///< at ";" or ":"
};

/// Looks for the places in a sentence where it may be cut.
class Places {
public:
    Places(const FlatText& flat, Range sentence, const CutLimits& limits, const Lexicon& lexicon)
        : flat_(flat),
          sentence_(sentence),
          limits_(limits),
          lexicon_(lexicon),
          signs_(signs_of(flat, sentence)),
          words_(words_in(flat.text, sentence)) {}

    /// In order.
    std::vector<Place> find() {
        find_signs();
        if (words_.size() > limits_.aim_up_to) find_tails();
        if (lexicon_.has_infinitives && limits_.is_item) find_infinitives();
        std::sort(places_.begin(), places_.end(),
                  [](const Place& a, const Place& b) { return a.at < b.at; });
        return std::move(places_);
    }

private:
    const Sign* sign_at(std::size_t offset) const {
        const auto found =
            std::lower_bound(signs_.begin(), signs_.end(), offset,
                             [](const Sign& sign, std::size_t at) { return sign.begin < at; });
        return found != signs_.end() && found->begin == offset ? &*found : nullptr;
    }
    bool is_free(std::size_t offset) const {
        const Sign* sign = sign_at(offset);
        return sign && sign->depth == 0 && !flat_.is_inside_atom(offset);
    }
    void add(std::size_t at, bool by_sign) {
        if (at > sentence_.begin && is_free(at)) places_.push_back({at, by_sign});
    }
    void find_signs() {
        std::vector<std::size_t> dashes;
        for (std::size_t i = 1; i + 1 < signs_.size(); ++i) {
            const Sign& sign = signs_[i];
            const bool spaced = is_blank_sign(signs_[i + 1].c);
            if ((sign.c == U';' || sign.c == U':') && spaced && !has_quote_behind(flat_, sign.end))
                add(sign.begin, true);
            const bool dash = sign.c == U'-' || sign.c == 0x2013 || sign.c == 0x2014;
            if (dash && spaced && is_blank_sign(signs_[i - 1].c)) dashes.push_back(sign.begin);
        }
        // Between two dashes stands an aside; the verb follows.
        if (dashes.size() == 1) add(dashes.front(), false);
    }
    std::size_t kept_words(std::size_t at) const { return words_at(flat_, {sentence_.begin, at}); }
    bool has_comma_from(std::size_t offset) const {
        return std::any_of(signs_.begin(), signs_.end(), [&](const Sign& sign) {
            return sign.begin >= offset && sign.c == U',' && sign.depth == 0;
        });
    }
    char32_t sign_before(std::size_t offset) const {
        char32_t last = 0;
        for (const Sign& sign : signs_) {
            if (sign.begin >= offset) break;
            if (!is_blank_sign(sign.c)) last = sign.c;
        }
        return last;
    }
    /// ", en …ant", ", ce qui", "afin de", "pour" and an infinitive.
    bool opens_tail(std::size_t i) const {
        if (lexicon_.tail.match_at(words_, i) > 0) return true;
        if (!lexicon_.has_infinitives || i + 1 >= words_.size()) return false;
        if (words_[i].folded == "pour") return is_infinitive(words_[i + 1]);
        return words_[i].folded == "en" && sign_before(words_[i].range.begin) == U',' &&
               words_[i + 1].folded.ends_with("ant");
    }
    bool needs_its_tail(std::size_t i) const {
        for (std::size_t back = 1; back <= 3 && back <= i; ++back)
            if (lexicon_.no_tail_behind.match_at(words_, i - back) > 0) return true;
        return false;
    }
    void find_tails() {
        static const Phrases examples = {
            "notamment",   "par exemple", "y compris",    "en particulier", "tel que",
            "telle que",   "tels que",    "telles que",   "à savoir",       "such as",
            "for example", "including",   "in particular"};
        static const Phrases after_comma = {"ce qui", "which means", "tout en"};
        const std::size_t least = limits_.least_tail;
        for (std::size_t i = 1; i < words_.size(); ++i) {
            const std::size_t at = words_[i].range.begin;
            if (!opens_tail(i) || needs_its_tail(i) || kept_words(at) < least) continue;
            if (examples.match_at(words_, i) > 0 && has_comma_from(at)) continue;
            if (after_comma.match_at(words_, i) > 0 && sign_before(at) != U',') continue;
            add(at, false);
        }
    }
    void find_infinitives() {
        if (words_.size() < 2 || !is_infinitive(words_.front())) return;
        for (std::size_t i = 1; i < words_.size(); ++i) {
            const bool joined = words_[i - 1].folded == "et" || words_[i - 1].folded == "puis";
            const std::size_t at = words_[joined ? i - 1 : i].range.begin;
            if (!is_infinitive(words_[i]) || (!joined && sign_before(at) != U',')) continue;
            if (kept_words(at) >= least_kept) add(at, false);
        }
    }

    const FlatText& flat_;
    Range sentence_;
    const CutLimits& limits_;
    const Lexicon& lexicon_;
    std::vector<Sign> signs_;
    std::vector<TextWord> words_;
    std::vector<Place> places_;
};

/// What is kept, without the comma or dash that led on.
Range without_connector(const FlatText& flat, Range kept) {
    for (;;) {
        kept = trimmed(flat.text, kept);
        if (kept.empty()) return kept;
        const std::string_view words = flat.at(kept);
        if (words.ends_with(',') || words.ends_with(';') || words.ends_with(':') ||
            words.ends_with('-'))
            kept.end -= 1;
        else if (words.ends_with("\xE2\x80\x93") || words.ends_with("\xE2\x80\x94"))
            kept.end -= 3;
        else
            return kept;
    }
}

bool lacks_second_half_of_negation(const std::vector<TextWord>& kept, const Lexicon& lexicon) {
    for (std::size_t i = 0; i < kept.size(); ++i) {
        if (lexicon.negation.match_at(kept, i) > 0 &&
            !lexicon.negation_end.occur_in(kept, i + 1, kept.size()))
            return true;
    }
    return false;
}

/// A number word and up to three words behind it announce what is counted.
bool ends_in_announcement(const std::vector<TextWord>& kept, const Lexicon& lexicon) {
    if (lexicon.announcing.end(kept)) return true;
    static const Phrases numbers = {"deux", "trois", "quatre", "cinq", "six",     "plusieurs",
                                    "two",  "three", "four",   "five", "several", "different"};
    for (std::size_t back = 2; back <= 4 && back <= kept.size(); ++back)
        if (numbers.match_at(kept, kept.size() - back) > 0) return true;
    return false;
}

/// "to open, read, change": the verbs of one row, of which what comes behind them is said.
bool parts_row_of_verbs(const FlatText& flat, Range kept, Range dropped, const Lexicon& lexicon) {
    if (!lexicon.has_infinitives) return false;
    const auto before = words_in(flat.text, kept), behind = words_in(flat.text, dropped);
    return !behind.empty() && is_infinitive(behind.front()) && is_infinitive(before.back()) &&
           !is_infinitive(before.front());
}

bool may_cut(const FlatText& flat, Range sentence, const Place& place, const Lexicon& lexicon) {
    const Range kept = without_connector(flat, {sentence.begin, place.at});
    const Range dropped = {place.at, sentence.end};
    if (kept.empty() || words_at(flat, kept) < least_kept) return false;
    if (holds_hard(flat, dropped, lexicon) || announces(flat, kept, lexicon)) return false;
    // A half that goes takes its pair along, and only a sign ends both.
    const Range paired = place.by_sign ? dropped : sentence;
    if (lexicon.second_half.occur_in(words_in(flat.text, paired))) return false;
    if (flat.at(dropped).starts_with(':') && ends_in_pointer(words_in(flat.text, kept), lexicon))
        return false;
    if (!place.by_sign && holds_soft(flat, dropped, lexicon)) return false;
    const auto words = words_in(flat.text, kept);
    if (words.empty() || lexicon.function.end(words) || ends_in_announcement(words, lexicon) ||
        ends_in_bare_clause(words, lexicon) || !is_balanced(flat, kept) ||
        lacks_second_half_of_negation(words, lexicon) || lexicon.correlative.occur_in(words) ||
        parts_row_of_verbs(flat, kept, dropped, lexicon))
        return false;
    return !lexicon.subordinate.start(words) || flat.at(kept).find(',') != std::string_view::npos;
}

std::optional<Range> cut_at_last_place(const FlatText& flat, Range sentence,
                                       const CutLimits& limits, const Lexicon& lexicon) {
    const auto places = Places(flat, sentence, limits, lexicon).find();
    std::optional<Range> best;
    for (const Place& place : places) {
        if (!may_cut(flat, sentence, place, lexicon)) continue;
        const Range kept = without_connector(flat, {sentence.begin, place.at});
        if (best && words_at(flat, kept) > limits.wanted) break;
        best = kept;
    }
    if (best && words_at(flat, *best) > limits.whole_up_to) return std::nullopt;
    return best;
}

}  // namespace

bool is_balanced(const FlatText& flat, Range range) {
    int open = 0;
    for (std::size_t at = range.begin; at < range.end;) {
        const char32_t c = text::next_code_point(flat.text, at);
        open += is_opening(c) ? 1 : is_closing(c) ? -1 : 0;
    }
    return open == 0;
}

bool is_infinitive(const TextWord& word) {
    static const Phrases nouns = {
        "métier",   "dossier",     "fichier",   "atelier",     "courrier", "premier",    "dernier",
        "avenir",   "docker",      "server",    "header",      "layer",    "calendrier", "papier",
        "chantier", "quartier",    "financier", "particulier", "entier",   "cahier",     "régulier",
        "hier",     "cher",        "loisir",    "clair",       "soir",     "pouvoir",    "devoir",
        "plaisir",  "désir",       "panier",    "foyer",       "février",  "janvier",    "clavier",
        "escalier", "utilisateur", "super",     "hiver",       "mer",      "fer",        "user",
        "buffer",   "router",      "worker",    "cluster",     "container"};
    const auto ends = [&](std::string_view ending) { return word.folded.ends_with(ending); };
    return word.folded.size() > 3 && (ends("er") || ends("ir") || ends("re")) &&
           !nouns.start({word});
}

bool ends_in_bare_clause(const std::vector<TextWord>& kept, const Lexicon& lexicon) {
    return kept.size() >= 2 && lexicon.pronouns.match_at(kept, kept.size() - 2) == 1;
}

std::optional<std::vector<Range>> shortened(const FlatText& flat, Range sentence,
                                            const CutLimits& limits, const Lexicon* lexicon) {
    if (sentence.end - sentence.begin > most_bytes) return std::nullopt;
    const std::size_t words = words_at(flat, sentence);
    if (words <= limits.wanted)
        return lexicon ? without_brackets(flat, sentence, *lexicon, Asides::pointers)
                       : std::vector<Range>{sentence};
    if (lexicon) {
        auto bare = without_brackets(flat, sentence, *lexicon, Asides::all);
        if (count_words(flat, bare) <= limits.wanted) return bare;
        if (const auto cut = cut_at_last_place(flat, sentence, limits, *lexicon))
            return std::vector<Range>{*cut};
        if (count_words(flat, bare) <= limits.whole_up_to) return bare;
    }
    if (words <= limits.whole_up_to) return std::vector<Range>{sentence};
    return std::nullopt;
}

std::vector<Cut> cuts_between(const FlatText& flat, Range whole, const std::vector<Range>& ranges) {
    std::vector<Cut> cuts;
    const auto add = [&](CutKind kind, Range left_out) {
        const Range words = trimmed(flat.text, left_out);
        if (!words.empty()) cuts.push_back({kind, 1, std::string(flat.at(words))});
    };
    for (std::size_t i = 0; i + 1 < ranges.size(); ++i)
        add(CutKind::bracket, {ranges[i].end, ranges[i + 1].begin});
    if (!ranges.empty()) add(CutKind::clause, {ranges.back().end, whole.end});
    return cuts;
}

std::size_t count_words(const FlatText& flat, const std::vector<Range>& ranges) {
    std::size_t words = 0;
    for (const Range& range : ranges) words += words_at(flat, range);
    return words;
}

}  // namespace triptych::deck
