#include "deck/gist/claims.hpp"

#include <algorithm>
#include <array>
#include <string_view>
#include <utility>

#include "base/text.hpp"
#include "deck/gist/flat_blocks.hpp"
#include "deck/gist/lists.hpp"
#include "deck/sentence/pointers.hpp"
#include "deck/sentence/sentences.hpp"
#include "deck/sentence/standing.hpp"
#include "deck/split/text.hpp"
#include "doc/traits.hpp"
#include "doc/walk.hpp"

namespace triptych::deck {
namespace {

constexpr std::size_t most_claim_paragraphs = 3;
constexpr std::size_t longest_resort = 45, sentences_tried_at_last = 3, most_resort_paragraphs = 3;
constexpr std::size_t longest_definition = 26, longest_caption = 12;
constexpr std::size_t longest_alert = 26;
constexpr std::size_t longest_greeting = 6, least_telling = 3, least_unnamed = 4,
                      most_before_denial = 5;

bool warns(const doc::Callout& callout) {
    return callout.kind == doc::CalloutKind::warning || callout.kind == doc::CalloutKind::danger;
}

/// What a claim is to speak of. May be null: anything, and no page around it.
struct Subject {
    const doc::Inlines* title = nullptr;
    const doc::Inlines* page = nullptr;
};

/// Whether a claim that names nothing of its title speaks of the page, or needs not.
bool is_of_page(const Extract& claim, const Subject& subject, const Lexicon& lexicon) {
    return (subject.page && names_subject(claim.words, *subject.page, lexicon)) ||
           speaks_for_itself(claim.words, lexicon);
}

/// What is said behind a refused sentence may be a case of it: "To move a gate, …".
bool is_fronted(const doc::Inlines& claim, const Lexicon& lexicon) {
    return lexicon.subordinate.start(words_in(claim));
}

/// "You're part of the team!", "Sheds rust.": says nothing of what its title names.
bool only_greets(const doc::Inlines& claim, const doc::Inlines& title, const Lexicon& lexicon) {
    static const Phrases openers = {"you're", "we're", "it's", "that's", "vous", "nous",
                                    "you",    "we",    "it",   "c'est",  "ça",   "tout"};
    const std::string text = doc::plain_text(claim);
    const std::size_t words = count_words(text::trim(text));
    if (!has_stop(claim) || words > longest_greeting) return false;
    if (words < least_telling) return true;
    const bool greets = text::trim(text).ends_with('!') && openers.start(words_in(claim)) &&
                        !speaks_for_itself(claim, lexicon);
    return (greets || words < least_unnamed) && !names_subject(claim, title, lexicon);
}

/// "It will be limited to two a year": what it limits was said before.
bool limits(const doc::Inlines& words) {
    static const Phrases bounds = {"is limited to",   "are limited to", "be limited to",
                                   "est limité à",    "est limitée à",  "sont limités à",
                                   "sont limitées à", "est limité aux", "est limitée aux"};
    return bounds.occur_in(words_in(words));
}

/// Whether a claim may stand under its title: `further_on` than in the first paragraph it has to
/// name what that does.
bool suits(const Extract& claim, bool further_on, const ClaimPlace& place, const Subject& subject,
           const Lexicon& lexicon) {
    if (shows_examples(*subject.title) || (subject.page && shows_examples(*subject.page)))
        return false;
    if (!place.shows_listing && speaks_of_listing(claim.words, *subject.title, lexicon))
        return false;
    if (repeats_title(claim.words, *subject.title, lexicon)) return false;
    if (only_greets(claim.words, *subject.title, lexicon)) return false;
    if (further_on && (denies_ability(claim.words, *subject.title, lexicon) || limits(claim.words)))
        return false;
    const bool has_subject = !names_subject({}, *subject.title, lexicon);
    const bool named = has_subject && names_subject(claim.words, *subject.title, lexicon);
    if ((further_on && !place.has_title_above) || claim.needs_subject)
        return (named || !has_subject) && !is_fronted(claim.words, lexicon);
    return named || place.has_title_above || asks(*subject.title) ||
           !names_particular(claim.words) || is_of_page(claim, subject, lexicon);
}

}  // namespace

bool denies_ability(const doc::Inlines& claim, const doc::Inlines& title, const Lexicon& lexicon) {
    static const Phrases denials = {"ne peut pas",    "ne peuvent pas",  "ne tente pas",
                                    "ne cherche pas", "ne sait pas",     "cannot",
                                    "can't",          "can not",         "does not try",
                                    "doesn't try",    "does not attempt"};
    const auto words = words_in(claim);
    return denials.occur_in(words, 1, most_before_denial) && !lexicon.pronouns.start(words) &&
           names_subject(claim, title, lexicon);
}

bool is_bare_line(const doc::Inlines& words) {
    return !has_stop(words) && !leads_on(words) && count_words(words) <= longest_caption;
}

bool is_caption(const std::vector<const doc::Block*>& blocks, std::size_t at) {
    const auto is_picture = [&](std::size_t i) {
        return i < blocks.size() && (doc::traits_of(*blocks[i]).is_figure ||
                                     std::holds_alternative<doc::MissingPicture>(blocks[i]->node));
    };
    const auto& words = *words_of_paragraph(*blocks[at]);
    const bool leans_over =
        words.size() == 1 && std::holds_alternative<doc::Emphasis>(words.front().node);
    return (leans_over || is_picture(at + 1) || (at > 0 && is_picture(at - 1))) &&
           !has_stop(words) && count_words(words) <= longest_caption;
}

namespace {

/// A line of its own above sentences, as those of a list without marks or under a lost picture.
bool is_line_above(const doc::Inlines& words, const doc::Inlines* next) {
    return next && !ends_sentence(words) && !leads_on(words) && ends_sentence(*next) &&
           count_words(words) <= longest_caption;
}

/// What stands above the first line break, if that is a name and no sentence: "Edit > Undo".
bool opens_with_name(const doc::Inlines& words) {
    const auto at = std::find_if(words.begin(), words.end(), [](const doc::Inline& word) {
        return std::holds_alternative<doc::LineBreak>(word.node);
    });
    if (at == words.end()) return false;
    const doc::Inlines line(words.begin(), at);
    const std::string text = doc::plain_text(line);
    const auto name = text::trim(text);
    const bool goes_on = name.ends_with("...") || name.ends_with("\xE2\x80\xA6");
    return !name.empty() && (goes_on || !ends_sentence(line)) &&
           count_words(line) <= longest_caption;
}

/// Two paragraphs in a row that each name something and explain it below: what is said of one of
/// them is not said of the section.
bool is_of_names(const std::vector<const doc::Block*>& blocks, std::size_t at) {
    const auto has_name = [&](std::size_t i) {
        const auto* words = i < blocks.size() ? words_of_paragraph(*blocks[i]) : nullptr;
        return words && opens_with_name(*words);
    };
    return has_name(at) && (has_name(at + 1) || (at > 0 && has_name(at - 1)));
}

/// The usage of a command: "alias [ -group name … ] key", "spam { * | pattern }".
bool is_usage(const doc::Inlines& words) {
    if (ends_sentence(words)) return false;
    const std::string text = doc::plain_text(words);
    for (const auto& [open, close] : {std::pair('[', ']'), std::pair('{', '}')}) {
        const auto begin = text.find(open), end = text.find(close, begin);
        if (begin == text.npos || end == text.npos) continue;
        const std::string_view inside = std::string_view(text).substr(begin + 1, end - begin - 1);
        if (inside.starts_with(' ') || inside.starts_with('-') || inside.find(" | ") != inside.npos)
            return true;
    }
    return false;
}

/// Of the first paragraphs, up to where `place` ends the search. Further on than the first one a
/// claim has to name what `subject` does, if there is one.
std::optional<FoundClaim> first_claim(const std::vector<const doc::Block*>& blocks,
                                      const ClaimPlace& place, const Subject& subject,
                                      const Lexicon* lexicon) {
    std::size_t paragraphs = 0;
    for (std::size_t i = 0; i < blocks.size(); ++i) {
        const auto* words = words_of_paragraph(*blocks[i]);
        if (!words) {
            if (std::holds_alternative<doc::List>(blocks[i]->node) && place.list_is_led) break;
            if (is_special(*blocks[i])) break;
            continue;
        }
        const bool is_term =
            std::find(place.terms.begin(), place.terms.end(), i) != place.terms.end();
        if (++paragraphs > most_claim_paragraphs || is_term) break;
        if (is_caption(blocks, i) || (lexicon && (is_of_names(blocks, i) || is_usage(*words) ||
                                                  (paragraphs > 1 && is_bare_line(*words)))))
            continue;
        const auto* next = i + 1 < blocks.size() ? words_of_paragraph(*blocks[i + 1]) : nullptr;
        auto found = claim_before(*words, next, lexicon, place.announcements);
        if (!found) continue;
        if (lexicon && subject.title && !suits(*found, paragraphs > 1, place, subject, *lexicon))
            continue;
        const bool leads = i + 1 < blocks.size() &&
                           std::holds_alternative<doc::CodeBlock>(blocks[i + 1]->node) &&
                           !has_stop(found->words);
        if (lexicon && (leads || is_line_above(*words, next))) continue;
        const std::size_t last = i + found->paragraphs - 1;
        return FoundClaim{*std::move(found), last};
    }
    return std::nullopt;
}

/// "Open the shed and type:"
bool leads_to_typing(const doc::Inlines& words) {
    static const Phrases typing = {"type", "tapez", "saisissez", "taper", "saisir"};
    constexpr std::size_t most_behind = 6;
    const auto found = words_in(words);
    const std::size_t from = found.size() - std::min(found.size(), most_behind);
    return leads_on(words) && typing.occur_in(found, from, found.size());
}

/// Whether a sentence may stand for a section that no rule yields anything for.
bool may_be_resort(const doc::Inlines& words, const doc::Inlines& title, const Lexicon& lexicon) {
    return names_subject(words, title, lexicon) && !is_fronted(words, lexicon) &&
           !repeats_title(words, title, lexicon) && !speaks_of_listing(words, title, lexicon);
}

/// Its only sentence or two, whole, under a title or not; null where it holds more.
const doc::Paragraph* short_text(const doc::Callout& callout) {
    const doc::Paragraph* text = nullptr;
    for (const auto& block : callout.body) {
        if (std::holds_alternative<doc::Heading>(block.node)) continue;
        const auto* paragraph = std::get_if<doc::Paragraph>(&block.node);
        if (!paragraph || text) return nullptr;
        text = paragraph;
    }
    const bool fits = text && count_words(text->body) <= longest_alert;
    return fits && !points_elsewhere(text->body) && has_stop(text->body) ? text : nullptr;
}

std::optional<doc::Callout> shortened_alert(const doc::Callout& callout, const Lexicon* lexicon) {
    auto words = claim_of(std::span(callout.body), lexicon);
    const auto* whole = is_blank(words) ? short_text(callout) : nullptr;
    if (whole) words = whole->body;
    if (is_blank(words)) return std::nullopt;
    const Span span = callout.body.front().span;
    return doc::Callout{callout.kind, {paragraph_of(std::move(words), span)}};
}

/// "Here is a template that you may use.": the words behind it are not the author's.
bool leads_to_sample(const doc::Inlines& words, const Lexicon* lexicon) {
    static const Phrases samples = {"modèle",  "exemple",      "formulation", "formule",
                                    "gabarit", "texte type",   "template",    "example",
                                    "sample",  "for instance", "wording",     "boilerplate"};
    const auto last = sentence_from_end(words, 0, lexicon);
    return last && samples.occur_in(words_in(*last));
}

const doc::Callout* danger_inside(std::span<const doc::Block> blocks);

const doc::Callout* first_danger(std::span<const doc::Block> blocks) {
    for (const auto& block : blocks) {
        const auto* callout = std::get_if<doc::Callout>(&block.node);
        if (callout && callout->kind == doc::CalloutKind::danger) return callout;
    }
    return danger_inside(blocks);
}

/// The first danger that a step, a tab or a column tells of; what is folded away is not looked
/// into.
const doc::Callout* danger_inside(std::span<const doc::Block> blocks) {
    for (const auto& block : blocks) {
        const bool opens = std::holds_alternative<doc::Steps>(block.node) ||
                           std::holds_alternative<doc::Tabs>(block.node) ||
                           std::holds_alternative<doc::Columns>(block.node);
        if (!opens) continue;
        const doc::Callout* found = nullptr;
        doc::for_each_child(
            block, [](const doc::Inlines&) {},
            [&](const doc::Blocks& inner) {
                if (!found) found = first_danger(std::span<const doc::Block>(inner));
            });
        if (found) return found;
    }
    return nullptr;
}

}  // namespace

std::optional<FoundClaim> opening_claim(const Passage& section,
                                        const std::vector<const doc::Block*>& blocks,
                                        const ClaimPlace& place, const Lexicon* lexicon) {
    return first_claim(blocks, place, {&section.title, section.page_title}, lexicon);
}

doc::Inlines claim_of(std::span<const doc::Block> blocks, const Lexicon* lexicon,
                      const doc::Inlines* title) {
    std::vector<const doc::Block*> all;
    all.reserve(blocks.size());
    for (const auto& block : blocks) all.push_back(&block);
    auto found = first_claim(all, {true, {}, Announcements::refused, true, false}, {title, nullptr},
                             lexicon);
    return found ? std::move(found->extract.words) : doc::Inlines();
}

doc::Inlines claim_of_callouts(const std::vector<const doc::Block*>& blocks,
                               const doc::Inlines& title, const Lexicon* lexicon) {
    const doc::Inlines* before = nullptr;
    for (const auto* block : blocks) {
        const bool is_sample = before && leads_to_sample(*before, lexicon);
        before = words_of_paragraph(*block);
        if (is_sample) continue;
        doc::Inlines claim;
        const auto* callout = std::get_if<doc::Callout>(&block->node);
        const auto* quote = std::get_if<doc::Quote>(&block->node);
        if (callout && !warns(*callout)) claim = claim_of(std::span(callout->body), lexicon);
        if (callout && lexicon && !names_subject(claim, title, *lexicon)) claim.clear();
        if (quote) claim = claim_of(std::span(quote->body), lexicon);
        if (!claim.empty()) return claim;
    }
    return {};
}

bool shows_examples(const doc::Inlines& title) {
    const auto words = words_in(title);
    static const Phrases rows = {"examples"};
    return example_words().hold(words) || rows.end(words);
}

bool ends_sentence(const doc::Inlines& words) {
    const std::string text = doc::plain_text(words);
    const auto last = text::trim(text);
    return has_stop(words) && (last.ends_with('.') || last.ends_with('!') || last.ends_with('?') ||
                               last.ends_with("\xE2\x80\xA6"));
}

bool has_stop(const doc::Inlines& words) {
    static constexpr std::array<std::string_view, 8> stops = {
        ".", "!", "?", ")", "\"", "\xE2\x80\xA6", "\xC2\xBB", "\xE2\x80\x9D"};
    const std::string text = doc::plain_text(words);
    return std::any_of(stops.begin(), stops.end(),
                       [&](std::string_view stop) { return text::trim(text).ends_with(stop); });
}

std::optional<doc::Callout> alert_of(std::span<const doc::Block> blocks, const Lexicon* lexicon) {
    for (const auto& block : blocks) {
        const auto* callout = std::get_if<doc::Callout>(&block.node);
        if (!callout || !warns(*callout)) continue;
        if (auto alert = shortened_alert(*callout, lexicon)) return alert;
    }
    const auto* danger = danger_inside(blocks);
    return danger ? shortened_alert(*danger, lexicon) : std::nullopt;
}

std::size_t count_warnings(std::span<const doc::Block> blocks) {
    std::size_t count = 0;
    for (const auto& block : blocks) {
        const auto* callout = std::get_if<doc::Callout>(&block.node);
        if (callout && warns(*callout)) ++count;
        doc::for_each_child(
            block, [](const doc::Inlines&) {},
            [&](const doc::Blocks& inner) {
                count += count_warnings(std::span<const doc::Block>(inner));
            });
    }
    return count;
}

doc::Inlines last_resort(const Passage& section, const Lexicon* lexicon) {
    const doc::Inlines* opening = nullptr;
    doc::Inlines further_on;
    std::size_t paragraphs = 0;
    bool leads_to_unshown = false, is_behind_opening = false;
    for (const auto* block : flat_blocks(section.whole)) {
        const auto* words = words_of_paragraph(*block);
        const bool shows =
            is_special(*block) || std::holds_alternative<doc::CodeBlock>(block->node);
        if (paragraphs == 1 && shows) leads_to_unshown = leads_to_typing(*opening);
        // "Article 2 of the garden's rules:" and the quotation, which is not shown either.
        if (is_behind_opening && opening && std::holds_alternative<doc::Quote>(block->node))
            leads_to_unshown = leads_on(*opening);
        is_behind_opening = opening == nullptr && words != nullptr;
        if (!words || is_blank(*words) || is_counted_caption(*words)) continue;
        if (!opening) opening = words;
        if (++paragraphs > most_resort_paragraphs) break;
        if (lexicon && words != opening && is_bare_line(*words)) continue;
        auto found = claim_in(*words, lexicon, Announcements::refused, sentences_tried_at_last);
        if (!found || (lexicon && !may_be_resort(found->words, section.title, *lexicon))) continue;
        if (words == opening && !found->needs_subject) return std::move(found->words);
        further_on = std::move(found->words);
        break;
    }
    // What is to be typed is not shown.
    if (!opening || (lexicon && leads_to_unshown)) return further_on;
    auto start = whole_start(*opening, section.title, longest_resort, lexicon);
    // The only words of a section are what it says.
    const bool says_more =
        start && (paragraphs > 1 || count_words(*opening) > count_words(start->words));
    if (start && lexicon &&
        (repeats_title(start->words, section.title, *lexicon) ||
         (says_more && only_greets(start->words, section.title, *lexicon)) ||
         speaks_of_listing(start->words, section.title, *lexicon)))
        start.reset();
    if (!start) return further_on;
    // What defines the title says more than a remark behind it.
    const bool defines = lexicon && count_words(start->words) <= longest_definition &&
                         !start->opens_with_pronoun &&
                         may_be_resort(start->words, section.title, *lexicon);
    const bool denies = lexicon && denies_ability(further_on, section.title, *lexicon);
    return further_on.empty() || defines || denies ? std::move(start->words) : further_on;
}

}  // namespace triptych::deck
