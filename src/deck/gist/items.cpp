#include "deck/gist/items.hpp"

#include <algorithm>
#include <array>
#include <optional>
#include <string_view>
#include <utility>

#include "base/text.hpp"
#include "deck/flat/struck.hpp"
#include "deck/gist/heads.hpp"
#include "deck/sentence/pointers.hpp"
#include "deck/sentence/sentences.hpp"
#include "deck/sentence/standing.hpp"
#include "deck/sentence/waymark.hpp"
#include "deck/split/text.hpp"
#include "doc/typography/letters.hpp"
#include "doc/walk.hpp"

namespace triptych::deck {
namespace {

constexpr std::size_t longest_pointer = 32, whole_item = 14;
constexpr std::size_t usual_most = 24, longest_aim = 24;  // few items keep what they are for
constexpr std::size_t most_behind_announced = 3, longest_again = 2;
constexpr std::size_t longest_joined = 24, longest_lead = 16, longest_contrast = 28;

/// Without the signs and the "and" that lead on to the next item of the author's list.
Range without_last_sign(const FlatText& flat, Range range) {
    range = trimmed(flat.text, range);
    const auto words = words_in(flat.text, range);
    const bool joined = words.size() > 1 && joining_words().end(words) &&
                        words.back().range.end == range.end &&
                        !flat.is_inside_atom(words.back().range.begin + 1);
    if (joined) range = trimmed(flat.text, {range.begin, words.back().range.begin});
    const std::string_view shown = flat.at(range);
    if (shown.ends_with(';') || shown.ends_with(','))
        range = trimmed(flat.text, {range.begin, range.end - 1});
    return range;
}

/// The words of an item, looked at once.
struct ItemText {
    ItemText(const doc::Inlines& words, const Lexicon* lexicon)
        : inlines(words), flat(flatten(words)), sentences(sentences_of(flat, lexicon)) {}

    const doc::Inlines& inlines;
    FlatText flat;
    std::vector<Range> sentences;
};

/// Cuts one item.
class ItemCutter {
public:
    ItemCutter(const ItemText& text, const ItemLimits& limits, const Lexicon* lexicon)
        : inlines_(text.inlines),
          flat_(text.flat),
          sentences_(text.sentences),
          most_(limits.most),
          tail_limits_{limits.tail, limits.tail, 5, false},
          forbidden_(limits.forbidden),
          lexicon_(lexicon) {}

    std::optional<Point> cut() const {
        const Range all = without_last_sign(flat_, {0, flat_.text.size()});
        if (all.empty() || goes_on(all) || is_address(all)) return std::nullopt;
        if (auto split = head_of(inlines_, flat_)) {
            split->tail = without_last_sign(flat_, split->tail);
            if (!split->tail.empty()) return with_head(*split);
        }
        if (lexicon_ && is_within(all, longest_pointer)) {
            const Range bare = without_pointer(flat_, all, *lexicon_);
            if (bare.end != all.end) return plain(all, {bare});
            if (names_place(flat_, all) || ends_in_announced(all)) return std::nullopt;
        }
        if (is_within(all, whole_item))
            return plain(all, shortened(flat_, all, {whole_item, whole_item}, lexicon_)
                                  .value_or(std::vector<Range>{all}));
        return cut_sentence();
    }

private:
    bool is_within(Range range, std::size_t words) const {
        return range.end - range.begin <= most_bytes && count_words(flat_.at(range)) <= words;
    }
    /// `ranges` of `whole`.
    Point plain(Range whole, const std::vector<Range>& ranges) const {
        Point point;
        point.tail = slice(inlines_, ranges);
        point.cuts = cuts_between(flat_, whole, ranges);
        return point;
    }
    bool is_taken_back(const std::vector<Range>& sentences, std::size_t i) const {
        return lexicon_ && i + 1 < sentences.size() &&
               opens_with_contrast(flat_, sentences[i + 1], *lexicon_);
    }
    /// "That is fine as long as …": what limits the first sentence stands further on.
    bool is_limited_below(const std::vector<Range>& sentences) const {
        static const Phrases allows = {"that's fine",       "that is fine",      "this is fine",
                                       "that's ok",         "that's okay",       "that is ok",
                                       "that is okay",      "that's allowed",    "that is allowed",
                                       "this is allowed",   "c'est possible",    "c'est permis",
                                       "c'est autorisé",    "cela est possible", "cela est permis",
                                       "cela est autorisé", "c'est accepté",     "c'est toléré"};
        constexpr std::size_t most_behind = 2;
        for (std::size_t i = 1; lexicon_ && i < std::min(sentences.size(), 1 + most_behind); ++i)
            if (allows.start(words_in(flat_.text, sentences[i])) &&
                holds_hard(flat_, sentences[i], *lexicon_))
                return true;
        return false;
    }
    /// An address, and nothing that says what is found there.
    bool is_address(Range all) const {
        const std::string_view text = flat_.at(all);
        return text.find("://") != text.npos && text.find(' ') == text.npos &&
               text.find("\xC2\xA0") == text.npos;
    }
    /// "or as a getter": the rest of the item before.
    bool goes_on(Range all) const {
        const auto words = words_in(flat_.text, all);
        const char first = flat_.text[all.begin];
        return joining_words().start(words) && first >= 'a' && first <= 'z';
    }
    std::optional<Point> cut_sentence() const {
        if (sentences_.empty() || is_limited_below(sentences_)) return std::nullopt;
        if (is_taken_back(sentences_, 0)) {
            const Range both = {sentences_[0].begin, sentences_[1].end};
            if (!is_within(both, longest_contrast)) return std::nullopt;
            return plain(both, {both});
        }
        const Range first =
            without_last_sign(flat_, without_opening(flat_, sentences_.front(), lexicon_));
        const auto ranges = shortened(
            flat_, first, {16, most_, 5, true, most_ > usual_most ? longest_aim : 0}, lexicon_);
        if (!ranges) return std::nullopt;
        // Where to read on says nothing of the rest.
        const bool elsewhere = std::any_of(ranges->begin(), ranges->end(), [&](const Range& each) {
            return names_place(flat_, each) || (lexicon_ && ends_in_announced(each));
        });
        if (lexicon_ && elsewhere) return std::nullopt;
        Point point = plain(first, *ranges);
        if (first.begin != sentences_.front().begin) capitalise(point.tail);
        return point;
    }
    std::optional<Point> with_head(const Split& split) const {
        Point point;
        point.head = slice(inlines_, {split.head});
        const auto shown = tail_ranges(split.tail);
        if (lexicon_ && says_again(split)) return point;
        if (shown && !(lexicon_ && waits_for_more(*shown))) {
            point.tail = slice(inlines_, *shown);
            point.cuts = cuts_between(flat_, {shown->front().begin, split.tail.end}, *shown);
            return point;
        }
        point.cuts.push_back({CutKind::tail, 1, std::string(flat_.at(split.tail))});
        // A head alone would say the contrary of a term with a condition, but not of what is
        // forbidden, and one that leads to what is said says nothing; a question waits for its
        // answer, in the notes.
        const bool asks = flat_.at(split.head).ends_with('?');
        const bool conditional =
            !asks && (!lexicon_ || holds_hard(flat_, split.tail, *lexicon_) ||
                      (!forbidden_ && holds_soft(flat_, split.tail, *lexicon_)) ||
                      !stands_as_term(point.head, lexicon_));
        point.untold = !conditional;
        if (!conditional) return point;
        const Range all = {split.head.begin, split.tail.end};
        if (!is_within(all, most_)) return std::nullopt;
        point.tail = slice(inlines_, {split.tail});
        point.cuts.clear();
        return point;
    }
    /// "High: high priority" says no more than the head does, or its title.
    bool says_again(const Split& split) const {
        const auto said = words_in(flat_.text, split.tail), head = words_in(flat_.text, split.head);
        const bool is_code = flat_.is_inside_atom(split.tail.begin + 1) ||
                             flat_.at(split.tail).find('/') != std::string_view::npos;
        if (said.size() > longest_again || is_code) return false;
        return std::all_of(head.begin(), head.end(), [&](const TextWord& word) {
            return std::any_of(said.begin(), said.end(),
                               [&](const TextWord& again) { return again.folded == word.folded; });
        });
    }
    /// "The following gates are open", or those above: of which nothing is shown.
    bool waits_for_more(const std::vector<Range>& shown) const {
        return std::any_of(shown.begin(), shown.end(), [&](const Range& each) {
            const auto words = words_in(flat_.text, each);
            return names_place(flat_, each) || lexicon_->announced.occur_in(words) ||
                   lexicon_->deictic.occur_in(words);
        });
    }
    /// "Choose one of the following gates."
    bool ends_in_announced(Range range) const {
        const auto words = words_in(flat_.text, range);
        const std::size_t from = words.size() - std::min(words.size(), most_behind_announced);
        return lexicon_->announced.occur_in(words, from, words.size());
    }
    /// The first clause of what is said of a head.
    std::optional<std::vector<Range>> tail_ranges(Range tail) const {
        std::vector<Range> sentences;
        for (const Range& sentence : sentences_) {
            const Range inside = {std::max(sentence.begin, tail.begin),
                                  std::min(sentence.end, tail.end)};
            if (!inside.empty()) sentences.push_back(inside);
        }
        if (sentences.empty()) return std::nullopt;
        // "Archives: see the shed" says nothing of them.
        if (lexicon_ && only_sends(flat_, sentences.front(), *lexicon_)) return std::nullopt;
        if (is_taken_back(sentences, 0)) {
            const Range both = {sentences[0].begin, sentences[1].end};
            if (!is_within(both, longest_contrast)) return std::nullopt;
            return std::vector<Range>{both};
        }
        return shortened(flat_, sentences.front(), tail_limits_, lexicon_);
    }

    const doc::Inlines& inlines_;
    const FlatText& flat_;
    const std::vector<Range>& sentences_;
    std::size_t most_;
    CutLimits tail_limits_;
    bool forbidden_;
    const Lexicon* lexicon_;
};

const doc::List* nested_list(const doc::ListItem& item) {
    for (const auto& block : item.body)
        if (const auto* list = std::get_if<doc::List>(&block.node)) return list;
    return nullptr;
}

/// "Gates are mostly closed:" waits for when or by what.
bool waits_for_means(const std::vector<TextWord>& words, const Lexicon& lexicon) {
    constexpr std::size_t most_between = 3;
    static constexpr std::array<std::string_view, 5> endings = {"ed", "é", "ée", "és", "ées"};
    if (words.size() < 2) return false;
    const std::string_view last = words.back().folded;
    const std::size_t end = words.size() - 1;
    return std::any_of(endings.begin(), endings.end(),
                       [&](std::string_view ending) { return last.ends_with(ending); }) &&
           lexicon.copula.occur_in(words, end - std::min(end, most_between), end);
}

/// An item that leads to a list under it: with its items in a row where that is short.
/// `most` is how many words both may have.
std::optional<Point> joined(const ItemText& text, const doc::List* nested, std::size_t most,
                            const Lexicon* lexicon) {
    if (!nested) return std::nullopt;
    doc::Inlines row;
    for (const auto& item : nested->items) {
        const auto* words =
            item.body.size() == 1 ? std::get_if<doc::Paragraph>(&item.body.front().node) : nullptr;
        if (!words) return std::nullopt;
        if (!row.empty()) row.push_back({doc::Text{" · "}, item.span});
        const doc::Inlines written = without_struck(words->body);
        const FlatText said = flatten(written);
        const doc::Inlines shown = slice(written, {without_last_sign(said, {0, said.text.size()})});
        row.insert(row.end(), shown.begin(), shown.end());
    }
    Point point;
    const doc::Inlines& lead = text.inlines;
    const FlatText& flat = text.flat;
    Range head = trimmed(flat.text, {0, flat.text.size()});
    const bool has_sign = flat.at(head).ends_with(':');
    if (has_sign) head = trimmed(flat.text, {head.begin, head.end - 1});
    if (count_words(flat.text) + count_words(row) <= std::max(longest_joined, most)) {
        point.head = slice(lead, {head});
        point.tail = std::move(row);
        return point;
    }
    if (!has_sign) return std::nullopt;
    const auto words = words_in(flat.text, head);
    // "for a new tool:" waits for what to do then.
    const bool waits = lexicon && lexicon->subordinate.start(words) &&
                       flat.at(head).find(',') == std::string_view::npos;
    const bool stands = lexicon && words.size() > 1 && !waits && says_enough(lead, lexicon) &&
                        count_words(flat.at(head)) <= longest_lead &&
                        !waits_for_means(words, *lexicon) && !prepares(flat, head, *lexicon);
    if (!stands) return std::nullopt;
    point.tail = slice(lead, {head});
    return point;
}

/// The first sentence of an item only says where to read.
bool sends_away(const ItemText& item, const Lexicon& lexicon) {
    return !item.sentences.empty() && only_sends(item.flat, item.sentences.front(), lexicon);
}

/// Without the sentence that leads on to a listing or a list; nothing where no other stands before
/// it.
doc::Inlines without_lead(const ItemText& item) {
    const auto& sentences = item.sentences;
    if (sentences.size() < 2) return {};
    return slice(item.inlines, {{sentences.front().begin, sentences[sentences.size() - 2].end}});
}

/// "A gate is", the rest in the list under it.
bool goes_on_below(const ItemText& text, const doc::ListItem& item, const Lexicon* lexicon) {
    if (!lexicon || !nested_list(item)) return false;
    const auto words = words_in(text.flat.text, {0, text.flat.text.size()});
    return !words.empty() && words.back().range.end == text.flat.text.size() &&
           (lexicon->function.end(words) || lexicon->announcing.end(words));
}

/// The item that has these words as a point.
std::optional<Point> point_in(const ItemText& text, const doc::ListItem& item,
                              const ItemLimits& limits, const Lexicon* lexicon) {
    return leads_on(text.inlines) || goes_on_below(text, item, lexicon)
               ? joined(text, nested_list(item), limits.most, lexicon)
               : ItemCutter(text, limits, lexicon).cut();
}

}  // namespace

bool stands_as_term(const doc::Inlines& head, const Lexicon* lexicon) {
    if (!lexicon) return true;
    const auto words = words_in(head);
    const bool has_letter = std::any_of(words.begin(), words.end(), [](const TextWord& word) {
        return word.folded.find_first_not_of("0123456789.-") != std::string::npos;
    });
    return has_letter && !lexicon->subordinate.start(words) && says_enough(head, lexicon);
}

bool adds_to_last(const doc::ListItem& item, const Lexicon* lexicon) {
    if (!lexicon || item.body.empty()) return false;
    const auto* paragraph = std::get_if<doc::Paragraph>(&item.body.front().node);
    if (!paragraph) return false;
    const FlatText flat = flatten(paragraph->body);
    const auto sentences = sentences_of(flat, lexicon);
    return !sentences.empty() && adds_to_before(flat, sentences.front(), *lexicon);
}

std::optional<Point> point_of(const doc::ListItem& item, const ItemLimits& limits,
                              const Lexicon* lexicon) {
    if (item.body.empty()) return std::nullopt;
    const auto* paragraph = std::get_if<doc::Paragraph>(&item.body.front().node);
    if (!paragraph || is_blank(paragraph->body) || is_waymark(paragraph->body)) return std::nullopt;
    const ItemText text(paragraph->body, lexicon);
    if (lexicon && sends_away(text, *lexicon)) return std::nullopt;
    const auto others = leads_on(text.inlines) ? without_lead(text) : doc::Inlines();
    auto point = others.empty() ? point_in(text, item, limits, lexicon)
                                : point_in({others, lexicon}, item, limits, lexicon);
    if (!point || (lexicon && says_nothing(point->head, point->tail, *lexicon)))
        return std::nullopt;
    point->task = item.task;
    point->span = item.span;
    return point;
}

}  // namespace triptych::deck
