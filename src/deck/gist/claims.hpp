#pragma once

#include <cstddef>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "deck/gist/passage.hpp"
#include "deck/gist/point.hpp"
#include "deck/language/lexicon.hpp"
#include "deck/sentence/sentences.hpp"
#include "doc/model.hpp"

/// The one sentence that stands for blocks of text.
namespace triptych::deck {

/// A claim and the last of the blocks that it is made of.
struct FoundClaim {
    Extract extract;
    std::size_t last_block = 0;
};
/// What else decides about it.
struct ClaimPlace {
    bool list_is_led = false;  ///< the first list has a lead-in of its own, and ends the search
    std::span<const std::size_t> terms;  ///< blocks that are terms, and end it
    Announcements announcements{};
};
/// Of the first paragraphs of a section, before its first list, table or listing. Further on it has
/// to name what the title does, else it may be a detail.
std::optional<FoundClaim> opening_claim(const Passage& section,
                                        const std::vector<const doc::Block*>& blocks,
                                        const ClaimPlace& place, const Lexicon* lexicon);

/// The claim that blocks open with; nothing where none of their first sentences can stand alone.
doc::Inlines claim_of(std::span<const doc::Block> blocks, const Lexicon* lexicon);

/// That of the first note or quotation that has one; warnings aside.
doc::Inlines claim_of_callouts(const std::vector<const doc::Block*>& blocks,
                               const Lexicon* lexicon);
/// The first warning, cut to its claim.
std::optional<doc::Callout> alert_of(std::span<const doc::Block> blocks, const Lexicon* lexicon);

/// A title with the claim of what stands under it, where that is short.
Point titled_point(const doc::Inlines& title, std::span<const doc::Block> body,
                   const std::string& id, Span span, const Lexicon* lexicon);

/// A sentence that names what the title does, or what the section opens with whole, with every
/// contrast behind it, where no rule yields anything.
doc::Inlines last_resort(const Passage& section, const Lexicon* lexicon);

}  // namespace triptych::deck
