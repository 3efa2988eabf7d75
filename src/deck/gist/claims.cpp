#include "deck/gist/claims.hpp"

#include <algorithm>
#include <utility>

#include "deck/gist/flat_blocks.hpp"
#include "deck/gist/lists.hpp"
#include "deck/sentence/sentences.hpp"
#include "deck/sentence/standing.hpp"
#include "deck/split/text.hpp"
#include "doc/traits.hpp"
#include "doc/walk.hpp"

namespace triptych::deck {
namespace {

constexpr std::size_t longest_child_claim = 12;  // words
constexpr std::size_t most_claim_paragraphs = 3;
constexpr std::size_t longest_resort = 45, sentences_tried_at_last = 4;

bool warns(const doc::Callout& callout) {
    return callout.kind == doc::CalloutKind::warning || callout.kind == doc::CalloutKind::danger;
}

/// Of the first paragraphs, up to where `place` ends the search. Further on than the first one a
/// claim has to name what `subject` does, if there is one.
std::optional<FoundClaim> first_claim(const std::vector<const doc::Block*>& blocks,
                                      const ClaimPlace& place, const doc::Inlines* subject,
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
        const auto* next = i + 1 < blocks.size() ? words_of_paragraph(*blocks[i + 1]) : nullptr;
        auto found = claim_before(*words, next, lexicon, place.announcements);
        if (!found) continue;
        if (subject && lexicon && paragraphs > 1 &&
            !names_subject(found->words, *subject, *lexicon))
            continue;
        const std::size_t last = i + found->paragraphs - 1;
        return FoundClaim{*std::move(found), last};
    }
    return std::nullopt;
}

}  // namespace

std::optional<FoundClaim> opening_claim(const Passage& section,
                                        const std::vector<const doc::Block*>& blocks,
                                        const ClaimPlace& place, const Lexicon* lexicon) {
    return first_claim(blocks, place, &section.title, lexicon);
}

Point titled_point(const doc::Inlines& title, std::span<const doc::Block> body,
                   const std::string& id, Span span, const Lexicon* lexicon) {
    Point point;
    point.id = id;
    point.span = span;
    auto claim = claim_of(body, lexicon);
    if (count_words(claim) <= longest_child_claim) point.tail = std::move(claim);
    point.head = bare_title(title);
    if (is_blank(point.head)) point.head.clear();
    return point;
}

doc::Inlines claim_of(std::span<const doc::Block> blocks, const Lexicon* lexicon) {
    std::vector<const doc::Block*> all;
    all.reserve(blocks.size());
    for (const auto& block : blocks) all.push_back(&block);
    auto found = first_claim(all, {true, {}, Announcements::refused}, nullptr, lexicon);
    return found ? std::move(found->extract.words) : doc::Inlines();
}

doc::Inlines claim_of_callouts(const std::vector<const doc::Block*>& blocks,
                               const Lexicon* lexicon) {
    for (const auto* block : blocks) {
        doc::Inlines claim;
        const auto* callout = std::get_if<doc::Callout>(&block->node);
        const auto* quote = std::get_if<doc::Quote>(&block->node);
        if (callout && !warns(*callout)) claim = claim_of(std::span(callout->body), lexicon);
        if (quote) claim = claim_of(std::span(quote->body), lexicon);
        if (!claim.empty()) return claim;
    }
    return {};
}

std::optional<doc::Callout> alert_of(std::span<const doc::Block> blocks, const Lexicon* lexicon) {
    for (const auto& block : blocks) {
        const auto* callout = std::get_if<doc::Callout>(&block.node);
        if (!callout || !warns(*callout)) continue;
        auto words = claim_of(std::span(callout->body), lexicon);
        if (is_blank(words)) return std::nullopt;
        const Span span = callout->body.front().span;
        return doc::Callout{callout->kind, {paragraph_of(std::move(words), span)}};
    }
    return std::nullopt;
}

doc::Inlines last_resort(const Passage& section, const Lexicon* lexicon) {
    const doc::Inlines* opening = nullptr;
    for (const auto* block : flat_blocks(section.whole)) {
        const auto* words = words_of_paragraph(*block);
        if (!words || is_blank(*words) || is_counted_caption(*words)) continue;
        if (!opening) opening = words;
        auto found = claim_in(*words, lexicon, Announcements::refused, sentences_tried_at_last);
        if (found && (!lexicon || names_subject(found->words, section.title, *lexicon)))
            return std::move(found->words);
    }
    if (!opening) return {};
    auto found = whole_start(*opening, longest_resort, lexicon);
    return found ? std::move(found->words) : doc::Inlines();
}

}  // namespace triptych::deck
