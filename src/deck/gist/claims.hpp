#pragma once

#include <cstddef>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "deck/gist/passage.hpp"
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
    bool has_title_above = false;  ///< it stands right below the title, and need not name it
    bool shows_listing = false;    ///< what it says of a listing may stand beside that
};
/// Of the first paragraphs of a section, before its first list, table or listing. Further on it has
/// to name what the title does, else it may be a detail.
std::optional<FoundClaim> opening_claim(const Passage& section,
                                        const std::vector<const doc::Block*>& blocks,
                                        const ClaimPlace& place, const Lexicon* lexicon);

/// The claim that blocks open with; nothing where none of their first sentences can stand alone.
/// `title` is what stands right above them, or null.
doc::Inlines claim_of(std::span<const doc::Block> blocks, const Lexicon* lexicon,
                      const doc::Inlines* title = nullptr);

/// That of the first note or quotation that has one; warnings aside. A note has to name what the
/// title does.
doc::Inlines claim_of_callouts(const std::vector<const doc::Block*>& blocks,
                               const doc::Inlines& title, const Lexicon* lexicon);

/// Whether the paragraph at `at` is words under a picture: without a stop right beside one, or in
/// italics as a whole.
bool is_caption(const std::vector<const doc::Block*>& blocks, std::size_t at);

/// Whether it is a few words without a stop, which further on in a section may be those under a
/// picture that is not there.
bool is_bare_line(const doc::Inlines& words);

/// Whether what stands under the title is an example, whatever it says.
bool shows_examples(const doc::Inlines& title);

/// Whether the words end in a stop, and lead to nothing below them.
bool has_stop(const doc::Inlines& words);
/// Whether that is no bracket or quote.
bool ends_sentence(const doc::Inlines& words);
/// The first warning, cut to its claim, or whole where it is short; or else the first danger that a
/// step or a tab tells of.
std::optional<doc::Callout> alert_of(std::span<const doc::Block> blocks, const Lexicon* lexicon);

/// How many warnings and dangers there are, at any depth.
std::size_t count_warnings(std::span<const doc::Block> blocks);

/// A sentence that names what the title does, or what the section opens with whole, with every
/// contrast behind it, where no rule yields anything.
doc::Inlines last_resort(const Passage& section, const Lexicon* lexicon);

/// "The gate cannot close by itself", but not "you cannot …": what a thing does says more.
bool denies_ability(const doc::Inlines& claim, const doc::Inlines& title, const Lexicon& lexicon);

}  // namespace triptych::deck
