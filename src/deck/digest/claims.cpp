#include <utility>

#include "deck/digest/flat_blocks.hpp"
#include "deck/digest/gist.hpp"
#include "deck/digest/lists.hpp"
#include "deck/digest/sentences.hpp"
#include "deck/digest/standing.hpp"
#include "deck/split/text.hpp"
#include "doc/traits.hpp"
#include "doc/walk.hpp"

/// The one sentence that stands for blocks of text.
namespace triptych::deck {
namespace {

constexpr std::size_t longest_child_claim = 12;  // words
constexpr std::size_t longest_resort = 45, sentences_tried_at_last = 4;

}  // namespace

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
    std::size_t paragraphs = 0;
    for (const auto& block : blocks) {
        const auto* words = words_of_paragraph(block);
        if (!words) {
            if (std::holds_alternative<doc::List>(block.node) || is_special(block)) return {};
            continue;
        }
        if (++paragraphs > most_claim_paragraphs) return {};
        if (auto found = claim_in(*words, lexicon)) return std::move(found->words);
    }
    return {};
}

doc::Inlines last_resort(const Passage& section, const Lexicon* lexicon) {
    for (const auto* block : flat_blocks(section.whole))
        if (const auto* words = words_of_paragraph(*block))
            if (auto found = claim_in(*words, lexicon, sentences_tried_at_last))
                return std::move(found->words);
    for (const auto* block : flat_blocks(section.whole)) {
        const auto* words = words_of_paragraph(*block);
        if (!words || is_blank(*words) || is_counted_caption(*words)) continue;
        if (auto found = whole_start(*words, longest_resort, lexicon))
            return std::move(found->words);
    }
    return {};
}

}  // namespace triptych::deck
